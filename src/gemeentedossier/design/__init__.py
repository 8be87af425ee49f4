"""The parts every screen is built from: tokens, frame, components and form parts of the design system.

It knows no word of the domain: presenters of other rooms fill the small dataclasses of `parts` and `frames` and
hand them to the tags of `templatetags.design`; a template here only shows what it is given. Start reading at
`parts`, then look at the page `guide`, which shows every component in every state.
"""
