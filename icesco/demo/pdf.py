"""A small PDF for the demo, written by hand: a page of text in a font that every reader has.

Latin letters only: an Arabic page would need a font within the file.
"""

WIDTH, HEIGHT = 595, 842  # A4 in points
MARGIN, LEADING = 72, 20


def write_pdf(title, lines):
    """A one-page PDF as bytes. title: str; lines: list of str, in letters of Windows-1252, of at most 80 each."""
    text = [f"BT /F1 18 Tf {MARGIN} {HEIGHT - MARGIN} Td ({escaped(title)}) Tj /F1 11 Tf"]
    text += [f"0 -{LEADING} Td ({escaped(line)}) Tj" for line in lines]
    content = " ".join([*text, "ET"]).encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({escaped(title)}) >>".encode("cp1252"),
    ]
    return assembled(objects)


def assembled(objects):
    """The file with its table of where each object begins."""
    data, begins = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        begins.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % begin for begin in begins)
    count = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (count, len(objects))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s%sstartxref\n%d\n%%%%EOF\n" % (count, table, trailer, len(data))


def escaped(text):
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
