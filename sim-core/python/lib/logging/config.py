"""Configuring logging from a dictionary.

Leaves out: fileConfig(), listen(), and the making of queues and listeners for QueueHandler.
"""

import logging
import re

_PREFIXED = re.compile(r'^(?P<prefix>[a-z]+)://(?P<suffix>.*)$')
_IDENTIFIER = re.compile('^[a-z_][a-z0-9_]*$', re.I)
_STEP = re.compile(r'\.(\w+)|\[\s*(\w+)\s*\]')


def valid_ident(s):
    if not _IDENTIFIER.match(s):
        raise ValueError('Not a valid Python identifier: %r' % s)
    return True


def _resolve(name):
    """The object that a dotted name leads to."""
    parts = name.split('.')
    used = parts.pop(0)
    found = __import__(used)
    for part in parts:
        used += '.' + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(used)
            found = getattr(found, part)
    return found


class BaseConfigurator:
    """Looks up what a configuration speaks of."""

    def __init__(self, config):
        self.config = config

    def resolve(self, s):
        try:
            return _resolve(s)
        except ImportError as e:
            raise ValueError(f'Cannot resolve {s!r}: {e}') from e

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        first = re.match(r'\w+', value)
        if first is None:
            raise ValueError('Unable to convert %r' % value)
        found = self.config[first.group()]
        rest = value[first.end():]
        while rest:
            step = _STEP.match(rest)
            if step is None:
                raise ValueError('Unable to convert %r at %r' % (value, rest))
            key = step.group(1) or step.group(2)
            found = found[int(key)] if key.isdigit() and not isinstance(found, dict) else found[key]
            rest = rest[step.end():]
        return self.convert(found)

    def convert(self, value):
        if isinstance(value, dict):
            return {key: self.convert(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)(self.convert(item) for item in value)
        if isinstance(value, str) and (match := _PREFIXED.match(value)):
            if match['prefix'] == 'ext':
                return self.ext_convert(match['suffix'])
            if match['prefix'] == 'cfg':
                return self.cfg_convert(match['suffix'])
        return value

    def configure_custom(self, config):
        factory = config.pop('()')
        if not callable(factory):
            factory = self.resolve(factory)
        properties = config.pop('.', None)
        kwargs = {key: self.convert(config[key]) for key in config if valid_ident(key)}
        result = factory(**kwargs)
        for name, value in (properties or {}).items():
            setattr(result, name, value)
        return result


class DictConfigurator(BaseConfigurator):
    """dictConfig()'s work."""

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError('Unsupported version: %s' % config['version'])
        with logging._lock:
            if config.pop('incremental', False):
                self._change(config)
            else:
                self._begin_anew(config)

    def _change(self, config):
        for name, settings in config.get('handlers', {}).items():
            handler = logging.getHandlerByName(name)
            if handler is None:
                raise ValueError('No handler found with name %r' % name)
            try:
                if level := settings.get('level'):
                    handler.setLevel(logging._checkLevel(level))
            except Exception as e:
                raise ValueError('Unable to configure handler %r' % name) from e
        for name, settings in config.get('loggers', {}).items():
            try:
                self.configure_logger(name, settings, True)
            except Exception as e:
                raise ValueError('Unable to configure logger %r' % name) from e
        if root := config.get('root'):
            try:
                self.configure_root(root, True)
            except Exception as e:
                raise ValueError('Unable to configure root logger') from e

    def _begin_anew(self, config):
        disables = config.pop('disable_existing_loggers', True)
        logging._handlers.clear()
        logging.shutdown(logging._handlerList[:])
        del logging._handlerList[:]
        self.formatters = {}
        for name, settings in config.get('formatters', {}).items():
            try:
                self.formatters[name] = self.configure_formatter(settings)
            except Exception as e:
                raise ValueError('Unable to configure formatter %r' % name) from e
        self.filters = {}
        for name, settings in config.get('filters', {}).items():
            try:
                self.filters[name] = self.configure_filter(settings)
            except Exception as e:
                raise ValueError('Unable to configure filter %r' % name) from e
        self.handlers = {}
        self._configure_handlers(config.get('handlers', {}))
        self._configure_loggers(config.get('loggers', {}), disables)
        if root := config.get('root'):
            try:
                self.configure_root(root)
            except Exception as e:
                raise ValueError('Unable to configure root logger') from e

    def _configure_handlers(self, settings):
        deferred = []
        for name in sorted(settings):
            try:
                handler = self.configure_handler(settings[name])
                if handler is None:
                    deferred.append(name)
                else:
                    handler.name = name
                    self.handlers[name] = handler
            except Exception as e:
                raise ValueError('Unable to configure handler %r' % name) from e
        for name in deferred:
            try:
                handler = self.configure_handler(settings[name])
                if handler is None:
                    raise TypeError('target not configured yet')
                handler.name = name
                self.handlers[name] = handler
            except Exception as e:
                raise ValueError('Unable to configure handler %r' % name) from e

    def _configure_loggers(self, settings, disables):
        existing = {name for name, found in logging.root.manager.loggerDict.items() if isinstance(found, logging.Logger)}
        for name, setting in settings.items():
            try:
                self.configure_logger(name, setting)
            except Exception as e:
                raise ValueError('Unable to configure logger %r' % name) from e
        for name in sorted(existing - set(settings)):
            found = logging.root.manager.loggerDict[name]
            if any(name.startswith(parent + '.') for parent in settings):
                found.setLevel(logging.NOTSET)
                found.handlers = []
                found.propagate = True
            else:
                found.disabled = disables

    def configure_formatter(self, config):
        if '()' in config:
            return self.configure_custom(dict(config))
        kind = config.get('class')
        factory = self.resolve(kind) if kind else logging.Formatter
        options = {'defaults': config['defaults']} if 'defaults' in config else {}
        if 'validate' in config:
            options['validate'] = config['validate']
        return factory(config.get('format'), config.get('datefmt'), config.get('style', '%'), **options)

    def configure_filter(self, config):
        if '()' in config:
            return self.configure_custom(dict(config))
        return logging.Filter(config.get('name', ''))

    def add_filters(self, filterer, filters):
        for name in filters:
            try:
                filterer.addFilter(name if callable(name) or callable(getattr(name, 'filter', None)) else self.filters[name])
            except Exception as e:
                raise ValueError('Unable to add filter %r' % name) from e

    def configure_handler(self, config):
        config = dict(config)
        formatter = config.pop('formatter', None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as e:
                raise ValueError('Unable to set formatter %r' % formatter) from e
        level = config.pop('level', None)
        filters = config.pop('filters', None)
        properties = config.pop('.', None)
        if '()' in config:
            factory = config.pop('()')
            factory = factory if callable(factory) else self.resolve(factory)
        else:
            factory = self._handler_class(config)
            if factory is None:
                return None
        kwargs = {key: self.convert(config[key]) for key in config if valid_ident(key)}
        handler = factory(**kwargs)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)
        for name, value in (properties or {}).items():
            setattr(handler, name, value)
        return handler

    def _handler_class(self, config):
        """Its class; None where the handler it gives its records to is yet to come."""
        name = config.pop('class')
        kind = name if callable(name) else self.resolve(name)
        if 'target' in config:
            target = config['target']
            if target not in self.handlers:
                config['class'] = name
                return None
            config['target'] = self.handlers[target]
        if isinstance(config.get('queue'), str):
            config['queue'] = self.resolve(config['queue'])()
        return kind

    def add_handlers(self, logger, handlers):
        for name in handlers:
            try:
                logger.addHandler(self.handlers[name])
            except Exception as e:
                raise ValueError('Unable to add handler %r' % name) from e

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get('level')
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        if handlers := config.get('handlers'):
            self.add_handlers(logger, handlers)
        if filters := config.get('filters'):
            self.add_filters(logger, filters)

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        if (propagate := config.get('propagate')) is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(dict(config)).configure()
