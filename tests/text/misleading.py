"""Beginnings of dates that never become one, and dates without end: what makes a careless pattern slow."""

PIECES = [
    "الإيسيسكو تختتم في الكاميرون ",
    "الأربعاء (2 أبريل2025) ",
    "1 and ",
    "Monday and ",
    "1 March - ",
    "April 1, ",
    "12/4/2025 ",
    "1/",
    "9",
    "(",
    "\n ",
    "\u200f",
    "ا\u0651",
    "1\u200f",
    "من ",
]
