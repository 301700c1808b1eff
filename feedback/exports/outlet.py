"""A file that is written for somebody who is sent it meanwhile."""

import io


class Outlet(io.RawIOBase):
    """A file to be written whose bytes are taken away as they come."""

    def __init__(self):
        self.blocks, self.place = [], 0

    def writable(self):
        return True

    def write(self, block):
        self.blocks.append(bytes(block))
        self.place += len(block)
        return len(block)

    def tell(self):
        return self.place

    def taken(self):
        """What was written since it was taken last."""
        found, self.blocks = b"".join(self.blocks), []
        return found
