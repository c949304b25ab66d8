namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>Three-letter country codes (ISO 3166-1 alpha-3).</summary>
internal static class CountryCode
{
    public static bool IsCode(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    /// <summary>Reads a filter: in upper case; empty when there is none or it can't be right, which is an error.</summary>
    public static string Asked(FormValues query)
    {
        var code = query["country"].ToUpperInvariant();
        if (code.Length == 0 || IsCode(code))
        {
            return code;
        }

        query.Fail("country", "Country code must have three letters, as POL.");
        return "";
    }

    /// <summary>Reads a required country code and converts it to upper case.</summary>
    public static string Read(FormValues form, string name)
    {
        var code = form.Required(name, "Country code").ToUpperInvariant();
        if (code.Length > 0 && !IsCode(code))
        {
            form.Fail(name, "Country code must have three letters, as POL.");
        }

        return code;
    }
}
