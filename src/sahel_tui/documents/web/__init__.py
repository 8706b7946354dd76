"""Saved web pages: articles of Wikipedia and its mirrors, news."""
