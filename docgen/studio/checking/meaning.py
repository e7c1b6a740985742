"""What the tags of a part mean: the facts that they name, whether these can be used so, and what is printed unguarded.

Tag by tag, so that a fault in one hides none in another, and as the tag was meant where it is plain what that was. A
name that is unknown is told where it stands, and nothing is told of what follows from it.
"""

from __future__ import annotations

from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, nodes

from docgen.errors import Finding, Severity
from docgen.studio.checking.known import Kind, Known
from docgen.studio.checking.parts import Part
from docgen.studio.checking.reading import ANY, LOOP, Frame, Meant, Printed, Reading, kinds
from docgen.templating import language, tags
from docgen.templating.places import words_of
from docgen.templating.source import Source, Tag

_FOR_THE_MISSING = frozenset({"d", "default", "defined", "undefined"})
_TAKES_A_LIST = frozenset({"join", "first", "last", "length", "count"})
_ORDERS = frozenset({"lt", "lteq", "gt", "gteq"})
_MOST_OPEN = 50  # conditions and loops within each other that are looked into
_MOST = 200  # findings of one part that are worth telling
# Faults that leave nothing of a tag to be read.
_UNREADABLE = frozenset({"template.forbidden", "template.too_deep"})


def meant(part: Part, root: Known) -> Meant:
    """Read the tags of a part, in the order in which they stand."""
    reader = _Reader(part, root)
    closes = {block.end: block.start for block in part.tags.paired.blocks}
    branches = {branch: block.start for block in part.tags.paired.blocks for branch in block.branches}
    statements = {tag: (number, statement) for number, (tag, statement) in enumerate(part.tags.statements)}
    for position, tag in enumerate(part.tags.tags):
        if len(reader.meant.findings) > _MOST:
            break
        number, statement = statements.get(position, (-1, None))
        if number in closes:
            reader.frames = [frame for frame in reader.frames if frame.start != closes[number]]
        elif number in branches:
            reader.read(tag, into=next((each for each in reader.frames if each.start == branches[number]), None))
        elif statement is not None and statement.word in ("if", "for"):
            frame = Frame(number)
            reader.read(tag, into=frame)
            if len(reader.frames) < _MOST_OPEN:
                reader.frames.append(frame)
        else:
            reader.read(tag)
    return reader.meant


class _Reader(Reading):
    # Tags

    def read(self, tag: Tag, into: Frame | None = None) -> None:
        """One tag. into: the frame that it begins, or is a branch of."""
        self.tag, self.asked = tag, set()
        tree = self._parsed(tag)
        if tree is None:
            if into is not None:
                into.by_state = True  # what it asks for nobody can tell
            if into is not None and (said := tags.statement(tag.place.words)) and said.word == "for":
                into.bound |= dict.fromkeys(said.rest.split(" in ")[0].replace(",", " ").split(), ANY)
            return
        for node in tree.body:
            if isinstance(node, nodes.Output):
                self._output(node)
            elif isinstance(node, nodes.If):
                self.expression(node.test)
                self._quoted(node.test)
            elif isinstance(node, nodes.For) and into is not None:
                self._loop(node, into)
            elif isinstance(node, nodes.Assign):
                value = self.expression(node.node)
                for name in node.target.find_all(nodes.Name):
                    self.set_here[name.name] = ANY
                if isinstance(node.target, nodes.Name):
                    self.set_here[node.target.name] = value or ANY
        if any(name.startswith("clause.") for name in self.asked) and not self._stands_alone(tree):
            self.tell("studio.clause_not_alone")
        if into is not None:
            into.asked |= self.asked
            compared = tree.find_all(nodes.Compare)
            into.by_state |= any(isinstance(each.ops[0].expr, nodes.Const) for each in compared)

    def _stands_alone(self, tree: nodes.Template) -> bool:
        """Whether a tag is one name, and all that stands in its paragraph."""
        names = [value for output in tree.body if isinstance(output, nodes.Output) for value in output.nodes]
        one = len(tree.body) == len(names) == 1 and isinstance(names[0], nodes.Getattr)
        paragraph = self.tag.paragraph
        return one and paragraph is not None and words_of(paragraph).strip() == self.tag.place.words.strip()

    def _parsed(self, tag: Tag) -> nodes.Template | None:
        """The syntax tree of a tag by itself; None, and its faults, where there is nothing to read."""
        alone = language.alone(tag.place.words)
        if alone is None:
            return None
        try:
            tree = self.sandbox.parse(alone)
        except TemplateSyntaxError as error:
            if tag.place not in self.told:
                self.add(tags.not_understood(tag.place, error.message or ""))
            return None
        except RecursionError:
            self.tell("template.too_deep", limit=str(language.DEEPEST))
            return None
        except ValueError:  # a number of more figures than Python reads
            self.tell("template.forbidden", what="> 1,000,000,000,000")
            return None
        source = Source(self.part.name, alone, (tag.place,), False)
        faults = list(language.faults_of(tree, source))
        if faults and all(_is_number(fault) for fault in faults) and _reckons(tree):
            return tree  # told of the fact that is reckoned with
        for fault in faults:
            self.add(fault)
        return None if any(fault.code in _UNREADABLE for fault in faults) else tree

    def _output(self, output: nodes.Output) -> None:
        values = [value for value in output.nodes if not isinstance(value, nodes.TemplateData)]
        for value in values:
            found = self.expression(value)
            self._quoted(value)
            if found is None or found.kind is Kind.ANY:
                continue
            if found.name.startswith("clause."):
                self.meant.includes.append(found.name.removeprefix("clause."))
            elif found.kind is not Kind.TEXT:
                self.tell_kind("template.not_words", found, name=found.name)
            elif found.name and isinstance(value, nodes.Name | nodes.Getattr | nodes.Getitem):
                guarded = any(frame.by_state or found.name in frame.asked for frame in self.frames)
                self.meant.printed.append(Printed(self.tag, found, guarded, len(values) == 1))

    def _loop(self, node: nodes.For, frame: Frame) -> None:
        found = self.expression(node.iter)
        self._quoted(node.iter)
        member = ANY
        if found is not None and found.kind is Kind.LIST:
            member = found.member or ANY
        elif found is not None and found.kind is not Kind.ANY and not isinstance(node.iter, nodes.Const):
            near = self._list_near(found)
            self.tell_kind("template.not_list", found, **({"nearest": near} if near else {}))
        if isinstance(node.target, nodes.Name):
            frame.bound[node.target.name] = member
        else:
            frame.bound |= {name.name: ANY for name in node.target.find_all(nodes.Name)}
        frame.bound["loop"] = LOOP
        if node.test is not None:
            self.frames.append(frame)
            self.expression(node.test)
            self.frames.pop()

    def _list_near(self, found: Known) -> str:
        """A list that was meant by what is none: contracts for contract, or the only list of a group."""
        lists = [child.name for child in found.children.values() if child.kind is Kind.LIST]
        return lists[0] if len(lists) == 1 else ""

    def _quoted(self, value: nodes.Node) -> None:
        """A name in quotes is not a fact but the word itself."""
        if isinstance(value, nodes.Const) and isinstance(value.value, str):
            self.tell("template.quoted_name", name=value.value)

    # Expressions

    def expression(self, node: nodes.Node, *, optional: bool = False) -> Known | None:
        """What an expression stands for: a fact; a text, without a name; None where it is unknown, which is told."""
        if isinstance(node, nodes.Name):
            return self._name(node, optional)
        if isinstance(node, nodes.Getattr):
            return self._entry(node, node.node, node.attr, optional)
        if isinstance(node, nodes.Getitem):
            return self._item(node, optional)
        if isinstance(node, nodes.Filter):
            return self._filter(node)
        if isinstance(node, nodes.Test):
            self.expression(node.node, optional=node.name in _FOR_THE_MISSING)
            for each in node.args:
                self.expression(each)
            return Known("", Kind.YES_NO)
        if isinstance(node, nodes.Compare):
            return self._compare(node)
        if isinstance(node, nodes.CondExpr):
            return self._either(node)
        if isinstance(node, nodes.Add | nodes.Sub | nodes.Mul | nodes.Neg):
            return self._reckon(node)
        found = [self.expression(child) for child in node.iter_child_nodes()]
        if isinstance(node, nodes.Not):
            return Known("", Kind.YES_NO)
        if isinstance(node, nodes.And | nodes.Or):
            return found[0] if found and found[0] is not None and found[0].kind is Kind.LIST else ANY
        return Known("", Kind.TEXT) if isinstance(node, nodes.Const) else ANY

    def _name(self, node: nodes.Name, optional: bool) -> Known | None:
        for frame in reversed(self.frames):
            if node.name in frame.bound:
                return self.used(frame.bound[node.name])
        if node.name in self.set_here:
            return self.set_here[node.name]
        if node.name in self.root.children:
            return self.used(self.root.children[node.name])
        if node.name == "clause":
            return Known("clause")  # of which there is none
        if not optional:
            variables = [name for frame in self.frames for name in frame.bound]
            self.unknown_root(node.name, [*variables, *self.root.children])
        return None

    def _entry(self, node: nodes.Expr, of: nodes.Expr, called: str, optional: bool) -> Known | None:
        outer, self.whole = self.whole, self.whole or language.written(node)
        base = self.expression(of, optional=optional)
        self.whole = outer
        if base is None or base.kind is Kind.ANY:
            return base
        if base.kind is Kind.GROUP and called in base.children:
            return self.used(base.children[called])
        written = language.written(node) or f"{base.name}.{called}"
        if base.kind is Kind.LIST and base.member is not None and called in base.member.children:
            self.tell("template.entry_of_list", name=written, list=base.name, entry=called)
            return None
        if not optional:
            if base.name == "clause":
                nearest = "".join(get_close_matches(called, base.children, n=1))
                self.tell("studio.clause_unknown", name=called, nearest=nearest)
            else:
                of_list = base.member.children if base.member is not None else {}
                self.unknown(written, [*base.children, *of_list], called)
        return None

    def _item(self, node: nodes.Getitem, optional: bool) -> Known | None:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._entry(node, node.node, node.arg.value, optional)
        base = self.expression(node.node, optional=optional)
        self.expression(node.arg)
        if base is not None and base.kind is Kind.LIST and base.member is not None:
            return self.used(base.member)
        return base if base is None else ANY

    def _filter(self, node: nodes.Filter) -> Known | None:
        takes_missing = node.name in _FOR_THE_MISSING
        base = self.expression(node.node, optional=takes_missing) if node.node is not None else None
        for each in (*node.args, *(pair.value for pair in node.kwargs)):
            self.expression(each)
        if base is None or base.kind is Kind.ANY:
            return Known("", Kind.TEXT) if takes_missing else ANY
        if node.name in _TAKES_A_LIST and base.kind is not Kind.LIST:
            self.tell_kind("template.filter_kind", base, filter=node.name)
            return None
        if node.name == "join" and base.member is not None and base.member.kind is not Kind.TEXT:
            self.tell_kind("template.filter_kind", base.member, filter=node.name)
            return None
        if node.name in ("first", "last"):
            return base.member
        if takes_missing:
            return base
        return Known("", Kind.TEXT)

    def _compare(self, node: nodes.Compare) -> Known:
        left = self.expression(node.expr)
        for operand in node.ops:
            right = self.expression(operand.expr)
            const = operand.expr if isinstance(operand.expr, nodes.Const) else node.expr
            fact = left if const is operand.expr else right
            value = const.value if isinstance(const, nodes.Const) else None
            if fact is None or not fact.name or fact.name.startswith("loop") or value is None:
                continue
            words, number = isinstance(value, str), type(value) is int
            never = (fact.kind is Kind.YES_NO and words) or (fact.kind in (Kind.LIST, Kind.GROUP) and words)
            if number and fact.kind is Kind.TEXT and operand.op in _ORDERS:
                self.tell("studio.compared_as_number", name=fact.name)
            elif (number and fact.kind is Kind.TEXT) or (never and operand.op in ("eq", "ne")):
                self.tell("studio.never_equal", Severity.WARNING, name=fact.name, **kinds(fact))
        return Known("", Kind.YES_NO)

    def _either(self, node: nodes.CondExpr) -> Known | None:
        before = set(self.asked)
        self.expression(node.test)
        frame = Frame(-1, asked=self.asked - before, by_state=isinstance(node.test, nodes.Compare))
        self.frames.append(frame)
        one = self.expression(node.expr1)
        other = self.expression(node.expr2) if node.expr2 is not None else None
        self.frames.pop()
        return ANY if one is None or other is None or one.kind is not other.kind else Known("", one.kind)

    def _reckon(self, node: nodes.Expr) -> Known:
        for child in node.iter_child_nodes():
            fact = self.expression(child)
            if fact is not None and fact.name and not fact.name.startswith("loop") and fact.kind is not Kind.ANY:
                self.tell("studio.reckoned", name=fact.name)
        return Known("", Kind.TEXT)


def _is_number(fault: Finding) -> bool:
    return fault.code == "template.forbidden" and fault.facts["what"].replace(".", "").isdigit()


def _reckons(tree: nodes.Template) -> bool:
    names = (found for sum_ in tree.find_all((nodes.Add, nodes.Sub, nodes.Mul)) for found in sum_.find_all(nodes.Name))
    return any(name.name != "loop" for name in names)
