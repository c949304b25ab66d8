namespace PairingLab.Reports;

/// <summary>
/// Makes text of devices safe and short enough to print: a damaged sentence or a hostile answer may hold any byte, and a lot
/// of them.
/// </summary>
internal static class Visible
{
    private const char FirstPicture = '\u2400';
    private const char DeletePicture = '\u2421';
    private const char FirstC1 = '\u0080';
    private const char LastC1 = '\u009F';

    /// <summary>Control characters become pictures of themselves; terminals act on C1 characters too, which have no picture.</summary>
    public static string Of(string text) => string.Concat(text.Select(Picture));

    /// <summary>The same, line by line.</summary>
    public static string Lines(string text) => string.Concat(text.Select(c => c is '\n' or '\t' ? c : Picture(c)));

    /// <summary>The beginning of a text, and how much was left out.</summary>
    public static string Excerpt(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Never half of a surrogate pair.
        var length = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return FormattableString.Invariant($"{text[..length]}… ({text.Length - length:N0} more characters)");
    }

    private static char Picture(char letter) => letter switch
    {
        < ' ' => (char)(FirstPicture + letter),
        '\u007F' => DeletePicture,
        >= FirstC1 and <= LastC1 => '\uFFFD',
        _ => letter,
    };
}
