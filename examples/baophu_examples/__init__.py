"""Generated worlds to try the whole job on. Nobody in them is a real person."""
