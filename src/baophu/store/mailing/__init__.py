"""Mail: what a digest says, the outbox it waits in, and the server that takes it."""
