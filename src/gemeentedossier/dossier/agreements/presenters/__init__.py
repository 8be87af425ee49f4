"""What is said of agreements and leaflets on every page that shows them, at the desk and at the door of a party."""
