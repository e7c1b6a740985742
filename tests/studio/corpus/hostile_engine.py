"""Programs that are made to get out of the template engine, or to use up the machine.

Published ones are named by where they were told; the others are of the same kinds.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tests.printing.word import p, r, tbl, tc, tr, word
from tests.studio.corpus.labels import Hostile

_FORBIDDEN = frozenset({"template.forbidden"})
_UNKNOWN = frozenset({"template.name_unknown"})
_UNREADABLE = frozenset({"template.syntax", "template.unfinished", "template.statement_unknown", "template.forbidden"})
_UNWORKABLE = frozenset({"template.unworkable", "template.forbidden", "template.not_words", "template.not_list"})
_DEEP = frozenset({"template.too_deep", "template.forbidden", "template.syntax", "template.unfinished"})
_LONG = frozenset({"template.tag_too_long"})
_UNPAIRED = frozenset({"template.start_without_end", "template.end_without_start", "template.crossed"})
_LARGE = frozenset({"template.part_too_large"})
_CAPPED = frozenset({"template.too_many_turns", "template.too_large"})

_DOCXTPL = "docxtpl, issues 549 and 632"
_MERGE_SERVICE = "document-merge-service 10.0.1"
_SANDBOX = "escapes of Jinja's own sandbox: CVE-2016-10745, CVE-2019-10906, CVE-2024-56326, CVE-2025-27516"
_LISTS = "lists of payloads against Jinja"
_BOMB = "a bomb"


def lines(*words: str) -> bytes:
    """A Word file with these paragraphs."""
    return word(*(p(r(each)) for each in words))


def _run(name: str, by: str, refused: frozenset[str], *words: str) -> Hostile:
    return Hostile(name, by, partial(lines, *words), refused)


def _made(name: str, by: str, refused: frozenset[str], make: Callable[[], bytes]) -> Hostile:
    return Hostile(name, by, make, refused)


_ESCAPES = {
    "subclasses": (
        _DOCXTPL,
        "{{ ''.__class__.__mro__[1].__subclasses__()[389](['id'], stdout=-1).communicate()[0].decode('utf-8') }}",
    ),
    "flashed messages": (_DOCXTPL, "{{ get_flashed_messages.__class__.__mro__[1].__subclasses__()[90] }}"),
    "cycler": (_DOCXTPL, '{{ cycler.__init__.__globals__.os.popen("id").read() }}'),
    "joiner": (_DOCXTPL, '{{ joiner.__init__.__globals__.os.popen("id").read() }}'),
    "namespace": (_DOCXTPL, '{{ namespace.__init__.__globals__.os.popen("id").read() }}'),
    "template of the merge": (_MERGE_SERVICE, "{{ _tpl.docx.part.package }}"),
    "render once more": (_MERGE_SERVICE, "{{ logo.tpl.render({'name': 'x'}) }}"),
    "getattr": (_MERGE_SERVICE, "{{ getattr(name, '__class__') }}"),
    "dir": (_MERGE_SERVICE, "{{ dir(name) }}"),
    "picture's template": (_MERGE_SERVICE, "{{ name.tpl.__class__.__init__.__globals__ }}"),
    "format": (_SANDBOX, "{{ '{0.__class__.__init__.__globals__}'.format(name) }}"),
    "format_map": (_SANDBOX, "{{ '{a.__class__}'.format_map({'a': name}) }}"),
    "format kept in a name": (_SANDBOX, "{% set f = '{0.__class__}'.format %}{{ items|map(f)|join }}"),
    "format by attr": (_SANDBOX, "{{ '{0.__class__}'|attr('format')(name) }}"),
    "format as a filter": (_SANDBOX, "{{ '%s'|format(items) }}"),
    "format by percent": (_SANDBOX, "{{ '%s' % items }}"),
    "xmlattr": ("CVE-2024-22195, CVE-2024-34064", "{{ {'a b=c': name}|xmlattr }}"),
    "lipsum": (_LISTS, "{{ lipsum.__globals__['os'].popen('id').read() }}"),
    "own reference": (_LISTS, "{{ self._TemplateReference__context.cycler.__init__.__globals__.os }}"),
    "own init": (_LISTS, "{{ self.__init__.__globals__.__builtins__.__import__('os') }}"),
    "self": (_LISTS, "{{ self }}"),
    "attr": (_LISTS, "{{ name|attr('__class__') }}"),
    "attr in figures": (_LISTS, "{{ name|attr('\\x5f\\x5fclass\\x5f\\x5f') }}"),
    "entry in figures": (_LISTS, "{{ items['\\x5f\\x5fclass\\x5f\\x5f'] }}"),
    "map by attribute": (_LISTS, "{{ items|map(attribute='__class__')|list }}"),
    "selectattr": (_LISTS, "{{ items|selectattr('__class__')|list }}"),
    "groupby": (_LISTS, "{{ items|groupby('__class__') }}"),
    "sort by attribute": (_LISTS, "{{ items|sort(attribute='__class__') }}"),
    "sum of attributes": (_LISTS, "{{ items|sum(attribute='__class__') }}"),
    "unique": (_LISTS, "{{ items|unique(attribute='__class__') }}"),
    "joined name": (_LISTS, "{{ items['_' ~ '_class_' ~ '_'] }}"),
    "turned round": (_LISTS, "{{ items['__ssalc__'|reverse] }}"),
    "loop's init": (_LISTS, "{% for x in items %}{{ loop.__init__.__globals__ }}{% endfor %}"),
    "loop's cycle": (_LISTS, "{% for x in items %}{{ loop.cycle.__globals__ }}{% endfor %}"),
    "request": (_LISTS, "{{ request|attr('application')|attr('\\x5f\\x5fglobals\\x5f\\x5f') }}"),
    "url_for": (_LISTS, "{{ url_for.__globals__['current_app'].config }}"),
    "caller": (_LISTS, "{{ caller() }}"),
    "varargs": (_LISTS, "{{ varargs }}"),
    "kwargs": (_LISTS, "{{ kwargs }}"),
    "super": (_LISTS, "{{ super() }}"),
    "method of a list": (_LISTS, "{{ items.append('x') }}"),
    "method of a dictionary": (_LISTS, "{{ debtor.items() }}"),
    "method of words": (_LISTS, "{{ name.upper() }}"),
    "macro": (_LISTS, "{% macro a() %}{{ caller() }}{% endmacro %}{% call a() %}{% endcall %}"),
    "include": (_LISTS, "{% include '/etc/passwd' %}"),
    "include of a list": (_LISTS, "{% include ['a', '/etc/passwd'] ignore missing %}"),
    "extends": (_LISTS, "{% extends '/etc/passwd' %}"),
    "import": (_LISTS, "{% import 'os' as os %}{{ os }}"),
    "from import": (_LISTS, "{% from 'os' import popen %}{{ popen('id') }}"),
    "block": (_LISTS, "{% block a %}{{ self.a() }}{% endblock %}"),
    "filter block": (_LISTS, "{% filter upper %}x{% endfilter %}"),
    "raw": (_LISTS, "{% raw %}{{ name.__class__ }}{% endraw %}"),
    "with": (_LISTS, "{% with a = name.__class__ %}{{ a }}{% endwith %}"),
    "entry of a namespace": (_LISTS, "{% set ns = namespace(a=1) %}{% set ns.a = name %}"),
    "safe": (_LISTS, "{{ '<w:p/>'|safe }}"),
    "filter of the house": (_LISTS, "{{ name|in_run }}"),
    "recursive loop": (_LISTS, "{% for x in items recursive %}{{ loop(items) }}{% endfor %}"),
    "callable": (_LISTS, "{% if name is callable %}x{% endif %}"),
    "same as": (_LISTS, "{% if name is sameas(name) %}x{% endif %}"),
    "loop named self": (_LISTS, "{% for self in items %}{{ self }}{% endfor %}"),
    "underscored name": (_LISTS, "{% set _rows = name %}{{ _rows }}"),
    "slices": (_LISTS, "{{ items[::-1] }}"),
    "pretty print": (_LISTS, "{{ items|pprint }}"),
    "json": (_LISTS, "{{ items|tojson }}"),
    "random": (_LISTS, "{{ items|random }}"),
}
_OTHER_ESCAPES = (
    *(
        _run(f"engine's own {name}", _LISTS, _UNKNOWN, f"{{{{ {name} }}}}")
        for name in (
            *("lipsum", "range", "dict", "cycler", "joiner", "namespace", "environment", "context", "resolve"),
            *("undefined", "missing", "concat", "Undefined", "Markup", "escape", "t_1", "l_0_name", "blocks", "config"),
            *("None_", "os", "sys", "eval", "open", "globals", "str", "loop"),
        )
    ),
    _run("debug", _LISTS, _UNREADABLE, "{% debug %}"),
    _run("do", _LISTS, _UNREADABLE, "{% do items.append('x') %}"),
    _run("break", _LISTS, _UNREADABLE, "{% for x in items %}{% break %}{% endfor %}"),
    _run("trans", _LISTS, _UNREADABLE, "{% trans %}{{ name }}{% endtrans %}"),
    _run("autoescape off", _LISTS, _UNREADABLE, "{% autoescape false %}{{ name }}{% endautoescape %}"),
    _run("wide underscores", _LISTS, frozenset({"template.wide_sign"}), "{{ name.＿＿class＿＿ }}"),
    _run("underscores of another script", _LISTS, _UNKNOWN | _UNREADABLE, "{{ name.︳︳class︳︳ }}"),
    _run("entry named by a fact", _SANDBOX, _UNKNOWN, "{{ items[secret] }}"),
    _run("entry named by a fact, with a default", _SANDBOX, frozenset(), "{{ items[secret]|default('none') }}"),
    _run("name joined by join", _LISTS, _UNKNOWN | _FORBIDDEN, "{{ items[['__cla', 'ss__']|join] }}"),
    _run("loop itself", _LISTS, _UNWORKABLE, "{% for x in items %}{{ loop }}{% endfor %}"),
    _run("loop joined", _LISTS, _UNWORKABLE, "{% for x in items %}{{ loop|join }}{% endfor %}"),
    _run("loop's length by a filter", _LISTS, _UNWORKABLE, "{% for x in items %}{{ loop|length }}{% endfor %}"),
    _run("loop gone through", _LISTS, _UNWORKABLE, "{% for x in items %}{% for y in loop %}{% endfor %}{% endfor %}"),
    _run("loop compared", _LISTS, _UNWORKABLE, "{% for x in items %}{% if loop < 1 %}{% endif %}{% endfor %}"),
    _run("loop in a list", _LISTS, _UNWORKABLE, "{% for x in items %}{{ [loop]|join }}{% endfor %}"),
    _run("loop kept", _LISTS, _UNWORKABLE, "{% for x in items %}{% set kept = loop %}{{ kept }}{% endfor %}"),
    _run("filter without brackets", _LISTS, _UNKNOWN | _UNREADABLE, "{{ name.join }}"),
    _run("wrong number of arguments", _LISTS, _UNWORKABLE | _UNREADABLE, "{{ name|default('a', 'b', 'c', 'd') }}"),
    _run("arguments by name", _LISTS, _UNWORKABLE | _UNREADABLE, "{{ name|default(value=1, other=2, boolean=3) }}"),
    _run("arguments as stars", _LISTS, _UNWORKABLE | _UNREADABLE, "{{ name|default(*items, **debtor) }}"),
    _run("unpacked", _LISTS, _UNWORKABLE, "{% for a, b, c, d in items %}{{ a }}{% endfor %}"),
    _run("unpacked words", _LISTS, _UNWORKABLE, "{% set a, b = name %}{{ a }}"),
    _run(
        "words of a program", _LISTS, frozenset(), "{% set t_1 = name %}{% set environment = name %}{{ environment }}"
    ),
    _run("names of the language", _LISTS, frozenset(), "{% set lambda = name %}{% set class = name %}{{ lambda }}"),
    _run("true set", _LISTS, _UNREADABLE, "{% set true = name %}{{ true }}"),
    _run("loop set", _LISTS, _FORBIDDEN, "{% for x in items %}{% set loop = items %}{{ loop }}{% endfor %}"),
    _run("XML in words", _LISTS, frozenset(), "{{ '</w:t></w:r><w:evil/>' if name else '' }}"),
    _run("program in a fact", _SANDBOX, frozenset(), "{{ program }} {_{ name.__class__ }_}"),
    _made(
        "XML in a width",
        _LISTS,
        frozenset({"template.not_attribute"}),
        lambda: word(tbl(tr(tc("{% colspan '2\"/><w:evil w:a=\"' if name else 1 %}x"), tc("y")))),
    ),
    _made(
        "a fact in a colour",
        _LISTS,
        frozenset({"template.not_attribute"}),
        lambda: word(tbl(tr(tc("{% cellbg program %}x"), tc("y")))),
    ),
)

_EVERYWHERE = (
    _made(
        "in the header",
        _DOCXTPL,
        _FORBIDDEN,
        lambda: word(p("x"), stories={"header:default": p(r("{{ ''.__class__ }}"))}),
    ),
    _made(
        "in a footnote",
        "docxtpl, issue 632: footnotes are rendered by an engine of their own",
        _FORBIDDEN,
        lambda: word(
            p("x", r(inner='<w:footnoteReference w:id="2"/>')),
            more={"footnotes": f'<w:footnote w:id="2">{p(r("{{ cycler.__init__ }}"))}</w:footnote>'},
        ),
    ),
    _made(
        "in a property",
        "docxtpl, issue 632: properties are rendered by an engine of their own",
        _FORBIDDEN,
        lambda: word(p("x"), core="<dc:title>{{ cycler.__init__.__globals__ }}</dc:title>"),
    ),
    _made(
        "in pieces",
        _DOCXTPL,
        _FORBIDDEN,
        lambda: word(p(r("{{ ''._"), r("_cla", "<w:b/>"), r("ss__ }}"))),
    ),
    _made(
        "in a deleted run",
        _DOCXTPL,
        frozenset({"template.misplaced"}),
        lambda: word(p("<w:del><w:r><w:delText>{{ ''.__class__ }}</w:delText></w:r></w:del>")),
    ),
    _made(
        "in an attribute",
        _DOCXTPL,
        frozenset({"template.misplaced"}),
        lambda: word(p(r(inner='<w:sym w:font="{{ name.__class__ }}" w:char="F0FE"/>'))),
    ),
    _made(
        "in entities",
        _DOCXTPL,
        _FORBIDDEN,
        lambda: word(p("<w:r><w:t>&#123;&#x7b; ''.&#95;_class__ &#125;}</w:t></w:r>")),
    ),
    _made(
        "in the styles",
        _DOCXTPL,
        frozenset(),
        lambda: word(
            p("x"), styles='<w:style w:type="paragraph" w:styleId="a"><w:name w:val="{{ 7 * 7 }}"/></w:style>'
        ),
    ),
)
_BOMBS = (
    _run("power of words", _BOMB, _FORBIDDEN, "{{ 'a' * 10**9 }}"),
    _run("words multiplied", _BOMB, _UNWORKABLE, "{{ 'a' * 999999999 }}"),
    _run("facts multiplied", _BOMB, _UNWORKABLE, "{{ items * 999999 }}"),
    _run("list multiplied", _BOMB, _UNWORKABLE, "{% for x in [1] * 999999999 %}{% endfor %}"),
    _run("tower", _BOMB, _FORBIDDEN, "{{ 9 ** 9 ** 9 }}"),
    _run("squares", _BOMB, _UNWORKABLE, "{% set a = 9 %}" + "{% set a = a * a %}" * 60 + "{{ a }}"),
    _run("number of many figures", _BOMB, _LONG, "{{ " + "9" * 5000 + " }}"),
    _run("number of many figures in a comparison", _BOMB, _LONG, "{% if total == " + "9" * 5000 + " %}{% endif %}"),
    _run("hexadecimal number", _BOMB, _LONG, "{{ 0x" + "f" * 100_000 + " + 1 }}"),
    _run("endless number", _BOMB, _FORBIDDEN, "{{ 1e400 }}"),
    _run("range", _BOMB, _FORBIDDEN, "{% for x in range(10**9) %}{% endfor %}"),
    _run("center", _BOMB, _FORBIDDEN, "{{ name|center(999999999) }}"),
    _run("indent", _BOMB, _FORBIDDEN, "{{ name|indent(999999999) }}"),
    _run("width of a format", _BOMB, _FORBIDDEN, "{{ '%999999999d' % 1 }}"),
    _run("width of another format", _BOMB, _FORBIDDEN, "{{ '{:>999999999}'.format(1) }}"),
    _run("slice", _BOMB, _FORBIDDEN, "{{ items|slice(999999999) }}"),
    _run("batch", _BOMB, _FORBIDDEN, "{{ items|batch(1)|list }}"),
    _run("wordwrap", _BOMB, _FORBIDDEN, "{{ name|wordwrap(1) }}"),
    _run("urlize", "CVE-2020-28493", _FORBIDDEN, "{{ ('www.' ~ 'a@' * 50000)|urlize }}"),
    _run("replace", _BOMB, _FORBIDDEN, "{{ name|replace('', name) }}"),
    _run("five loops", _BOMB, _CAPPED, "{% for a in items %}" * 5 + "{% endfor %}" * 5),
    _run("twelve loops over two", _BOMB, _CAPPED, "{% for a in [1, 2, 3, 4] %}" * 12 + "x" + "{% endfor %}" * 12),
    _run("thirteen loops", _BOMB, _DEEP, "{% for a in items %}" * 13 + "{% endfor %}" * 13),
    _run("thousand loops", _BOMB, _DEEP, "{% for a in items %}" * 1000 + "{% endfor %}" * 1000),
    _run("loops side by side", _BOMB, _CAPPED, *["{% for a in items %}{% endfor %}"] * 400),
    _run(
        "long words in loops",
        _BOMB,
        _CAPPED,
        "{% for a in items %}{% for b in items %}{{ long }}{% endfor %}{% endfor %}",
    ),
    _run("joins within joins", _BOMB, _CAPPED, "{{ words|join(words|join(words|join(words|join(words|join('x'))))) }}"),
    _run(
        "joins without words",
        _BOMB,
        _CAPPED,
        "{% for a in items %}{% for b in items %}{% if words|join %}{% endif %}{% endfor %}{% endfor %}",
    ),
    _run("words doubled", _BOMB, _CAPPED | _FORBIDDEN, "{% set s = long %}" + "{% set s = [s, s]|join %}" * 40),
    _run("lists doubled", _BOMB, _FORBIDDEN, "{% set s = [1] %}" + "{% set s = [s, s] %}" * 40 + "{{ s }}"),
    _run(
        "doubled lists compared",
        _BOMB,
        _FORBIDDEN,
        "{% set a = [1] %}{% set b = [1] %}" + "{% set a = [a, a] %}{% set b = [b, b] %}" * 40,
        "{% if a == b %}x{% endif %}",
    ),
    _run(
        "lists compared within loops",
        _BOMB,
        _FORBIDDEN,
        "{% for a in [[name, name, name, name, name, name, name, name]] %}"
        + "{% for a in [[a, a, a, a, a, a, a, a]] %}" * 5
        + "{% for b in [[name, name, name, name, name, name, name, name]] %}"
        + "{% for b in [[b, b, b, b, b, b, b, b]] %}" * 5
        + "{% if a == b %}x{% endif %}"
        + "{% endfor %}" * 12,
    ),
    _run(
        "a list looked through in every turn",
        _BOMB,
        frozenset(),
        *["{% for a in items %}{% if secret in words %}{% endif %}{% endfor %}"] * 20,
    ),
    _run("deep brackets", _BOMB, _LONG, "{{ " + "(" * 5000 + "name" + ")" * 5000 + " }}"),
    _run("deep lists", _BOMB, _LONG, "{{ " + "[" * 3000 + "name" + "]" * 3000 + " }}"),
    _run("many nots", _BOMB, _LONG, "{{ " + "not " * 5000 + "name }}"),
    _run("long chain of names", _BOMB, _LONG, "{{ a" + ".b" * 5000 + " }}"),
    _run("long chain and another fault", _BOMB, _LONG, "{{ x y }}", "{{ a" + ".b" * 5000 + " }}"),
    _run("long chain of entries", _BOMB, _LONG, "{{ a" + "[0]" * 5000 + " }}"),
    _run("long sum", _BOMB, _LONG, "{{ 1" + " + 1" * 5000 + " }}"),
    _run("long condition", _BOMB, frozenset(), "{% if name" + " and name" * 40 + " %}x{% endif %}"),
    _run("very long condition", _BOMB, _LONG, "{% if name" + " and name" * 5000 + " %}x{% endif %}"),
    _run("long chain of filters", _BOMB, _LONG, "{{ name" + "|default" * 5000 + " }}"),
    _run("long chain of choices", _BOMB, _LONG, "{{ name" + " if name else name" * 3000 + " }}"),
    _run("brackets of a shorter tag", _BOMB, _DEEP, "{{ " + "(" * 1500 + "name" + ")" * 1500 + " }}"),
    _run("lists of a shorter tag", _BOMB, _DEEP, "{{ " + "[" * 900 + "name" + "]" * 900 + " }}"),
    _run("chain of a shorter tag", _BOMB, _DEEP, "{{ a" + ".b" * 1800 + " }}"),
    _run("chain of a shorter tag beside another fault", _BOMB, _DEEP, "{{ x y }}", "{{ a" + ".b" * 1800 + " }}"),
    _run("entries of a shorter tag", _BOMB, _DEEP, "{{ a" + "[0]" * 1200 + " }}"),
    _run("sum of a shorter tag", _BOMB, _DEEP, "{{ 1" + " + 1" * 900 + " }}"),
    _run("filters of a shorter tag", _BOMB, _DEEP, "{{ name" + "|d" * 1800 + " }}"),
    _run("kept chain of a shorter tag", _BOMB, _DEEP, "{% set a = b" + ".c" * 1800 + " %}"),
    _run("number of a shorter tag", _BOMB, _FORBIDDEN, "{{ 0x" + "f" * 3900 + " }}"),
    _run("number just too large", _BOMB, _FORBIDDEN, "{% if total == 1000000000001 %}{% endif %}"),
    _run(
        "many branches", _BOMB, frozenset(), "{% if total == 'x' %}" + "{% elif total == 'y' %}" * 2000 + "{% endif %}"
    ),
    _run("ten thousand tags", _BOMB, _LARGE, *["{{ name }}"] * 10_000),
    _run("ten thousand unknown names", _BOMB, _LARGE, *(f"{{{{ debtor.nam{n} }}}}" for n in range(10_000))),
    _run("ten thousand faults", _BOMB, _LARGE, *["{{ a b }}"] * 10_000),
    _run("five thousand tags", _BOMB, frozenset(), *["{{ name }}"] * 5_000),
    _run("five thousand unknown names", _BOMB, _UNKNOWN, *(f"{{{{ debtor.nam{n} }}}}" for n in range(5_000))),
    _run("five thousand faults", _BOMB, _UNREADABLE, *["{{ a b }}"] * 5_000),
    _run("conditions without an end", _BOMB, _UNPAIRED, *["{% if name %}"] * 5_000),
    _run("ends without a start", _BOMB, _UNPAIRED, *["{% endif %}"] * 5_000),
    _run("crossed", _BOMB, _UNPAIRED, *["{% if name %}{% for a in items %}{% endif %}{% endfor %}"] * 1_250),
    _run("ends of another kind", _BOMB, _UNPAIRED, *["{% for a in items %}"] * 2_500, *["{% endif %}"] * 2_500),
    _run("forgotten", _BOMB, _UNPAIRED, *["{%p if name %}", "{% for a in items %}"] * 1_250, *["{%p endif %}"] * 2_500),
    _run("tag of a megabyte", _BOMB, _LONG, "{{ '" + "x" * (1 << 20) + "' }}"),
    _run("name of a megabyte", _BOMB, _LONG, "{{ " + "x" * (1 << 20) + " }}"),
    _run("comment of a megabyte", _BOMB, _LONG, "{# " + "x" * (1 << 20) + " #}"),
    _run("braces of a megabyte", _BOMB, frozenset({"template.tag_open"}), "{{" * (1 << 19)),
    _run("closing braces of a megabyte", _BOMB, frozenset({"template.tag_not_opened"}), "}}" * (1 << 19)),
    _run(
        "wide braces of a megabyte", _BOMB, frozenset({"template.full_width", "template.tag_open"}), "｛ " * (1 << 18)
    ),
    _run("percent signs and spaces", _BOMB, frozenset(), "% " * (1 << 19) + "{{ name }}"),
    _run("brackets without an end", _BOMB, frozenset(), "（" * 100_000, "《" * 100_000, "(" * 100_000, "{{ name }}"),
    _run("spaces in a tag", _BOMB, _LONG, "{{" + " " * (1 << 19) + "name }}"),
    _run("spaces after an equals sign", _BOMB, _LONG, "{% if a " + "= " * 50_000 + " %}{% endif %}"),
    _run("quotes", _BOMB, _LONG, "{{ " + "'a' " * 50_000 + " }}"),
    _run("quotes that do not pair", _BOMB, _LONG, "{{ " + "“" * 50_000 + " }}"),
    _run("hundred thousand words without a tag", _BOMB, frozenset(), *["x y z"] * 30_000, "{{ name }}"),
    _made(
        "rows without an end",
        _BOMB,
        frozenset({"template.start_without_end"}),
        lambda: word(tbl(*(tr(tc("{%tr for a in items %}"), tc("")) for _ in range(2000)))),
    ),
    _made(
        "cells with widths",
        _BOMB,
        frozenset(),
        lambda: word(tbl(*(tr(tc("{% colspan 2 %}x"), tc("y")) for _ in range(2000)))),
    ),
)
HOSTILE = (
    *(_run(name, by, _FORBIDDEN, written) for name, (by, written) in _ESCAPES.items()),
    *_OTHER_ESCAPES,
    *_EVERYWHERE,
    *_BOMBS,
)
