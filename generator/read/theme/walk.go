package theme

import "text/template/parse"

// walk calls visit for a node and everything below it, in the order of the text.
func walk(n parse.Node, visit func(parse.Node)) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, c := range n.Nodes {
				walk(c, visit)
			}
		}
		return
	case *parse.PipeNode:
		if n == nil {
			return
		}
	}
	visit(n)
	switch n := n.(type) {
	case *parse.ActionNode:
		walk(n.Pipe, visit)
	case *parse.TemplateNode:
		walk(n.Pipe, visit)
	case *parse.IfNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.WithNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.RangeNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.PipeNode:
		for _, c := range n.Cmds {
			walk(c, visit)
		}
	case *parse.CommandNode:
		for _, a := range n.Args {
			walk(a, visit)
		}
	case *parse.ChainNode:
		walk(n.Node, visit)
	}
}

func walkBranch(n *parse.BranchNode, visit func(parse.Node)) {
	walk(n.Pipe, visit)
	walk(n.List, visit)
	walk(n.ElseList, visit)
}

// ticking is a copy of a tree in which every template, and every turn of a loop, begins with an empty text. Executing
// that calls Write, and so the guard can stop a template that would never write anything by itself.
func ticking(tree *parse.Tree) *parse.Tree {
	tree = tree.Copy()
	var lists []*parse.ListNode
	walk(tree.Root, func(n parse.Node) {
		if loop, ok := n.(*parse.RangeNode); ok {
			lists = append(lists, loop.List)
		}
	})
	for _, list := range append(lists, tree.Root) {
		tick := &parse.TextNode{NodeType: parse.NodeText, Pos: list.Pos}
		list.Nodes = append([]parse.Node{tick}, list.Nodes...)
	}
	return tree
}

// isTick tells the texts that ticking puts in; they come from no file.
func isTick(n parse.Node) bool {
	text, ok := n.(*parse.TextNode)
	return ok && len(text.Text) == 0
}
