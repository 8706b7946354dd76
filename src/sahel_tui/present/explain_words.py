"""The words a reader gets for the flags of a claim and for the rule that found it."""

import re

FLAG_MEANINGS: dict[str, str] = {
    "subset": "part of another figure",
    "total": "adds up figures of several sides or places",
    "superseded": "replaced later in the text",
    "combined": "one figure for two categories, as in “killed or wounded”",
    "approx": "stated as about this many",
    "implicit": "no word beside it says what is counted: its field or its neighbours do",
    "euph": "told in other words than the category, as “neutralised” for killed",
    "arith": "added up from what the words name one by one",
    "named": "one person, told by name",
    "disputed": "marked as disputed where it stands",
    "citation": "from a title that the reference list quotes; never compared",
    "table": "a cell of a casualty table",
    "member": "another party of the same side, listed apart in its infobox cell; parties are not compared",
}
"""Every flag the rules set; `member` stands for `member2`, `member3` …"""

CITATION = "citation_"

RULE_MEANINGS: dict[str, str] = {
    "followed_by_word": "the casualty word stands right behind the figure, as in “fourteen soldiers were killed”",
    "object_of_word": "the figure is the object of the casualty word, as in “killing thirteen people”",
    "noun_before": "a noun for the toll leads to the figure, as in “the deaths of two”",
    "far_subject": "the casualty verb comes later in the clause, as in “ten soldiers on patrol were killed”",
    "head_of_toll": "a noun for the toll stands a few words before the figure, as in “put the toll at eight”",
    "object_of_toll_verb": "a verb that states a toll governs the figure, as in “raised it to 49 gendarmes”",
    "number_told_behind": "a number said to be a toll, as in “gave 82 as the number of soldiers killed”",
    "toll_behind": "the toll is named behind its figure, as in “brings to 79 the number of dead”",
    "departed": "people who leave a place, as in “fifty thousand inhabitants had left Diffa”",
    "arrived": "families that come to a place, as in “600 households settled near Ansongo”",
    "driven_out": "people made to leave, as in “driven two million people from their homes”",
    "behind_aside": "the verb stands behind an aside: “26 traders (four of them Mauritanian) were massacred”",
    "taken_up_by_pronoun": "a pronoun takes them up: “lined up 14 men and shot them”",
    "behind_relative": "the verb stands behind a relative clause: “14 personnes qui priaient ont été tuées”",
    "told_part": "some of those counted before: “Twelve were killed. Among them were three children.”",
    "fronted_word": "the casualty word opens the sentence: “killed in the blast were five traders”",
    "subject_behind_verb": "the subject stands behind its verb, as in French “où périrent douze soldats”",
    "first_of_split_objects": "the first of two objects of one verb, as in “left four soldiers and 63 jihadists dead”",
    "object_of_split_verb": "the object of a verb in two parts, as in “sent fourteen people to hospital”",
    "part_described": "what some of those counted before were, as in “three of these were children”",
    "part_of_opening": "some of those counted at its head, as in “of the 13 killed, nine came from Gao”",
    "early_toll": "a first figure of the toll told by the way, as in “the toll, first put at 12 soldiers, rose to 17”",
    "toll_goes_on": "a further figure of a toll already named, as in “the count stood at 46 and closed at 49”",
    "counted_again": "a number without a noun takes up those counted before it, as in “one dead, the others had 65”",
    "summed_up": "a number that sums up counts those whose fate was told, as in “… were put to death: 31 in all”",
    "listed_item": "a line of a list counts what was announced before it, as in “the victims were:”, “6 Canadians”",
    "spoken_figure": "a bare figure that somebody gives counts what was counted last, as in “JNIM claimed twenty”",
    "part_person": "one person told apart among those counted, as in “including the mayor”",
    "counted_by_name": "names on a list of the dead, as in “a roll of 76 names”",
    "among_the_dead": "said to be among the dead, as in “twenty women were among those executed”",
    "joined_to_dead": "joined to somebody among the dead, as in “a mayor was among the dead, and two guards”",
    "meets_same_fate": "people of whom the same is told, as in “seven villagers met the same fate”",
    "shares_fate": "whoever died with those told of, as in “died with several of his relatives”",
    "brought_to_care": "people brought to a place of care, as in “nine were flown to Gao with burns”",
    "numbered_subject": "the toll is the subject of its figure, as in “the fallen numbered 89”",
    "share_beside": "set beside what was counted before, as in “mourned six men, as well as a cook”",
    "share_object": "a comma stands for the verb, as in “the bomb cost five lives, and the funeral, five others”",
    "joined_to_toll": "joined to a toll by “and”, as in “raised it to 49 gendarmes and four civilians”",
    "opposed_number": "the other side of a comparison, as in “the army lost twelve men, its enemies seven”",
    "reported_figure": "a figure told by who gave it, as in “the four announced by the bishop”",
    "share_contrast": "a time or place stands for the verb, as in “in Karou twenty died; in Inates, fourteen”",
    "share_likewise": "the same befell others, as in “thirty died in January, and in August nineteen did”",
    "only_these": "only fighters are said to have died, so nobody else, as in “only terrorists died”",
    "unknown_toll": "a toll said to be unknown, as in “the number of dead remains unknown”",
    "share_parallel": "the same preposition behind both, as in “nine came from one family and three from another”",
    "named_death": "a person whose death is told by name, as in “Captain Moussa Diarra was killed”",
    "implied_by_noun": "the noun counted says what happened, as in “3,000 refugees”",
    "attributive_word": "the casualty word stands before the noun counted, as in “five injured civilians”",
    "toll_itself": "the toll told before, as in “on Monday it was 17 soldiers and four civilians”",
    "share_inverted": "the same befell others, as in “his comrades were hurt, and so were seven soldiers”",
    "share_place": "the same verb at another place, as in “ten died at Karou and four in the market of Inates”",
    "share_forward": "shares the word of the next figure, as in “ten civilians and three soldiers were killed”",
    "share_backward": "shares the word of the figure before, as in “killing two people here and five there”",
    "share_subset": "a part, counted like the figure it belongs to, as in “including twenty-one children”",
    "share_restated": "a bare figure behind a verb counts the same people again, as in “while JNIM spoke of 45”",
    "share_breakdown": "one of the parts behind a colon that add up to the total before it",
    "sourced_number": "another source with the verb left out, as in “ten dead for the UN, twenty according to RFI”",
    "apposed_number": "a number set beside the dead it counts, as in “the army's dead, 24 in number”",
    "told_by_state": "the state in which people came or lay, as in “six men were brought in lifeless”",
    "left_of_own": "some of one's own left on the field, as in “left ten of its men behind”",
    "changed_from": "the figure that a corrected toll had before, as in “from 19 to 22 dead”",
    "gapped_number": "a new speaker with the verb left out, as in “RFI counted ten dead, the union sixteen”",
    "named_person_and_others": "a person named and others counted, as in “killed the emir and four other rebels”",
    "table_row": "the row of a casualty table names the victims, the column or the heading what is counted",
    "infobox_stated_category": "the infobox item says itself what it counts, as in “7 killed” or “3 (KIA)”",
    "infobox_thing_category": "the infobox item names a thing lost, as in “4 pick-ups”",
    "infobox_shared_category": "shares the word of the next item, as in “4 soldiers and 2 gendarmes wounded”",
    "infobox_part_category": "a part, counted like the item before it, as in “12 wounded, including 3 officers”",
    "infobox_header_category": "a header above the infobox item says what is counted, as in “Killed:”",
    "infobox_implied_category": "the noun of the infobox item says what happened, as in “20 hostages”",
    "infobox_summed_category": "the sum of two figures of one kind above it, as in “Total: 180,000” below refugees",
    "infobox_bare_category": "the infobox item has no word for it: the field says what is counted, else the dead",
}
"""Every rule that finds claims; those of titles in reference lists are the same behind `citation_`."""


def describe_flag(flag: str) -> str:
    """What a flag means; empty for one this version does not know.

    >>> describe_flag("member2") == FLAG_MEANINGS["member"]
    True
    """
    return FLAG_MEANINGS.get(re.sub(r"\d+\Z", "", flag), "")


def describe_rule(rule: str) -> str:
    """What the rule of this name does; empty for one this version does not know.

    >>> describe_rule("citation_noun_before")
    'in a title that the reference list quotes: a noun for the toll leads to the figure, as in “the deaths of two”'
    """
    meaning = RULE_MEANINGS.get(rule.removeprefix(CITATION), "")
    return f"in a title that the reference list quotes: {meaning}" if meaning and rule.startswith(CITATION) else meaning
