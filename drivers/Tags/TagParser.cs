using System.Text.RegularExpressions;

namespace PairingLab.Drivers.Tags;

/// <summary>Reads an expression by recursive descent; "not" binds closest, then "and", then "or".</summary>
internal sealed class TagParser
{
    private const int DeepestNesting = 200;

    private readonly string expression;
    private readonly IReadOnlyList<TagWord> words;
    private int next;
    private int depth;

    private TagParser(string expression)
    {
        this.expression = expression;
        words = TagWord.In(expression);
    }

    private TagWord Word => words[next];

    public static TagExpression Parse(string text)
    {
        var parser = new TagParser(text);
        var whole = parser.Either();
        return parser.Word.Text switch
        {
            "" => whole,
            ")" => throw parser.Mistake("this ')' closes nothing"),
            _ => throw parser.Mistake($"expected 'and' or 'or' before '{parser.Word.Text}'"),
        };
    }

    private TagExpression Either()
    {
        var left = Both();
        while (Take("or"))
        {
            left = new Or(left, Both());
        }

        return left;
    }

    private TagExpression Both()
    {
        var left = One();
        while (Take("and"))
        {
            left = new And(left, One());
        }

        return left;
    }

    private TagExpression One()
    {
        if (++depth > DeepestNesting)
        {
            throw Mistake($"nested more than {DeepestNesting} deep");
        }

        var part = Take("not") ? new Not(One()) : Take("(") ? Enclosed() : Single();
        depth--;
        return part;
    }

    private TagExpression Enclosed()
    {
        var open = words[next - 1].Position;
        var inner = Either();
        return Take(")") ? inner : throw Mistake($"the '(' at position {open} is not closed");
    }

    private Tag Single()
    {
        var word = Word.Text;
        if (word.Length > 1 && word[0] == '@')
        {
            next++;
            return new Tag(word);
        }

        throw Mistake(word switch
        {
            "" => "expected a tag, such as @commander, but it ends here",
            "and" or "or" or ")" or "@" => $"expected a tag, such as @commander, not '{word}'",
            _ => $"a tag begins with '@': did you mean '@{word}'?",
        });
    }

    private bool Take(string word)
    {
        var found = Word.Text == word;
        next += found ? 1 : 0;
        return found;
    }

    private TagExpressionException Mistake(string what) => new(expression, Word.Position, what);
}

/// <summary>A word or parenthesis of an expression and where it stands (1 is the first character).</summary>
internal sealed partial record TagWord(string Text, int Position)
{
    /// <summary>The words in order, and an empty one behind the last.</summary>
    public static IReadOnlyList<TagWord> In(string expression) =>
    [
        .. Pattern().Matches(expression).Select(m => new TagWord(m.Value, m.Index + 1)),
        new TagWord("", expression.Length + 1),
    ];

    [GeneratedRegex(@"[()]|[^\s()]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
