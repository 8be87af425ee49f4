"""The judgement of this room: codes that hold for half a minute, and codes that hold once."""
