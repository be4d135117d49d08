"""Passwords and user names."""

__all__ = ['getpass', 'getuser']


def getpass(prompt='Password: ', stream=None):
    return input(prompt)


def getuser():
    return 'user'
