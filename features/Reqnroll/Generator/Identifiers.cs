using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace PairingLab.ReqnrollGenerator;

/// <summary>C# names made of titles, as Reqnroll makes them, so that a test filter works with its own generator too.</summary>
internal static class Identifiers
{
    /// <summary>A name: "Pairing a new POS" becomes PairingANewPOS.</summary>
    public static string Of(string title)
    {
        var name = new StringBuilder();
        var atStart = true;
        foreach (var character in title)
        {
            if (char.IsLetterOrDigit(character) || character == '_')
            {
                name.Append(atStart ? char.ToUpperInvariant(character) : character);
            }

            atStart = !char.IsLetterOrDigit(character) && character is not ('_' or '\'' or '’');
        }

        return name.Length == 0 || char.IsDigit(name[0]) ? $"_{name}" : name.ToString();
    }

    /// <summary>A name that is not taken yet, and now is.</summary>
    public static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var number = 1; !taken.Add(unique); number++)
        {
            unique = $"{name}_{number}";
        }

        return unique;
    }

    /// <summary>A string as C# writes it.</summary>
    public static string Literal(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A new array of strings as C# writes it.</summary>
    public static string Literal(IEnumerable<string> texts) => $"new string[] {{ {string.Join(", ", texts.Select(Literal))} }}";
}
