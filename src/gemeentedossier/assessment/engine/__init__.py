"""The judgement of this room: subjects made from snapshot facts, rules applied to them, findings. Plain Python."""
