using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Operations;

namespace PairingLab.AccessControl.Admin.Cards;

/// <summary>The filters of enrolled cards: BIN, Last 4 digits, AREF, Product, ICA, Created from, Created until.</summary>
internal sealed record CardFilter(string Bin, string LastFour, string Aref, string Product, string Ica, DateTimeOffset? From,
    DateTimeOffset? Until)
{
    public static CardFilter Of(FormValues query) => new(
        Digits(query, "bin", 6, "BIN must be the first six digits of a card number."),
        Digits(query, "last4", 4, "Last 4 digits must be four digits."),
        query["aref"], ProductFilter.Product(query), ProductFilter.Ica(query), query.Moment("from", "Created from"),
        query.Moment("until", "Created until"));

    /// <summary>The conditions; their parameters are the members of this record.</summary>
    public string Where => string.Join(" and ", new[]
    {
        "aref is not null", Bin.Length > 0 ? "substr(masked_pan, 1, 6) = @Bin" : "", LastFour.Length > 0
            ? "substr(masked_pan, length(masked_pan) - 3) = @LastFour" : "",
        Aref.Length > 0 ? "aref = @Aref" : "", Product.Length > 0 ? "product = @Product" : "", Ica.Length > 0 ? "ica = @Ica" : "",
        From is null ? "" : "enrolled_at >= @From", Until is null ? "" : "enrolled_at < @Until",
    }.Where(c => c.Length > 0));

    private static string Digits(FormValues query, string name, int count, string why)
    {
        var isRight = OperationFilter.IsDigits(query[name], count);
        if (!isRight && query.Has(name))
        {
            query.Fail(name, why);
        }

        return isRight ? query[name] : "";
    }
}
