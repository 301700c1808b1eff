"""Mozilla's HTTP Observatory, recomputed: its published scoring table applied to answers of the site.

The facts are those of github.com/mdn/mdn-http-observatory (src/grader/charts.js and src/analyzer/tests, as of November
2026). `python -m tests.icesco.observatory` prints the table.
"""
