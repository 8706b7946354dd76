"""Rows of UCDP GED made ready to be stored from pieces that many of them share, each made once in the general way.

What is set so is what `keep_document` makes of the row's document; rows with anything uncommon are left to it.
"""
