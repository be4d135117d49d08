def handled():
    try:
        risky()
    except (ValueError, TypeError) as error:
        log(error)
        raise RuntimeError('bad') from error
    except KeyError:
        return 1
    except:
        raise
    else:
        fine()
    finally:
        cleanup()
    after()


def looping(items):
    for item in items:
        try:
            if item:
                continue
            with lock, open(item) as f:
                return f.read()
        finally:
            done(item)
    assert items, 'empty'


def groups():
    while x:
        try:
            risky()
        except* ValueError as group:
            log(group)
        except* TypeError:
            pass
        else:
            fine()
        finally:
            cleanup()
