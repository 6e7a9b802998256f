"""What comes back: replies, bounces, automatic answers, opt-outs; and what that means for the sequence."""
