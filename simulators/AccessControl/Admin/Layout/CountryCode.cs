namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>Three-letter country codes (ISO 3166-1 alpha-3).</summary>
internal static class CountryCode
{
    public static bool IsCode(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

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
