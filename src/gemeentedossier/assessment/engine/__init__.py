"""The judgement of this room: subjects from snapshot facts, rules applied to them, findings."""
