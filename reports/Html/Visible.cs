namespace PairingLab.Reports.Html;

/// <summary>Makes control characters visible: a damaged sentence may hold any byte.</summary>
internal static class Visible
{
    private const char FirstPicture = '\u2400';
    private const char DeletePicture = '\u2421';

    public static string Of(string text) => string.Concat(text.Select(Picture));

    private static char Picture(char letter) => letter switch
    {
        < ' ' => (char)(FirstPicture + letter),
        '\u007F' => DeletePicture,
        _ => letter,
    };
}
