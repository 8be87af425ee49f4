"""The law and the method as dated, sourced data: legal bases, categories, retention, reference activities.

The catalogue holds nothing of any municipality and knows no other room. It is read from packs of YAML
(`packs/`), each with a schema (`schemas/`) and a CHANGELOG; a municipality may add packs of its own in the
same form. Start reading in `facts/catalogue.py` (what is handed upwards), then `engine/loader.py` (how packs
become facts and how every fault gets its file, line and sentence); `queries.py` is the door for other rooms.
"""
