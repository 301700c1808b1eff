"""Made-up requests to every public parameter and form: never a 500, never a trace.

`make fuzz` (`python -m tests.icesco.fuzz 200000`) sends many more and tells times and memory.
"""
