namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>The filters for cards: product and ICA.</summary>
internal static class ProductFilter
{
    private const int LongestIca = 11;

    /// <summary>Reads a Product code: in upper case; empty when there is none or it can't be right, which is an error.</summary>
    public static string Product(FormValues query)
    {
        var code = query["product"].ToUpperInvariant();
        return Checked(query, "product", code, code.Length == 3 && code.All(char.IsAsciiLetterOrDigit),
            "Product must have three characters, as MCG.");
    }

    /// <summary>Reads an ICA; empty when there is none or it can't be right, which is an error.</summary>
    public static string Ica(FormValues query) => Checked(query, "ica", query["ica"],
        query["ica"].Length <= LongestIca && query["ica"].All(char.IsAsciiDigit), "ICA must have digits only, at most eleven.");

    private static string Checked(FormValues query, string name, string text, bool isRight, string why)
    {
        if (text.Length > 0 && !isRight)
        {
            query.Fail(name, why);
        }

        return isRight ? text : "";
    }
}
