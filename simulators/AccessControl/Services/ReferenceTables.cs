using System.Globalization;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Services;

/// <summary>A column of a reference table.</summary>
/// <param name="Name">Its name in forms and CSV files.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Hint">What to write into it.</param>
/// <param name="Optional">Whether it may stay empty.</param>
public sealed record TableColumn(string Name, string Label, string Hint, bool Optional = false);

/// <summary>A row: its key, and its cells in the order of the columns.</summary>
public sealed record TableRow(string Key, IReadOnlyList<string> Cells);

/// <summary>A table that rules refer to, which people keep up to date.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Explanation">What it is for.</param>
/// <param name="Columns">What is filled in.</param>
/// <param name="Shown">The columns of its list, when they are others than those that are filled in.</param>
public sealed record ReferenceTable(
    string Id, string Title, string Explanation, IReadOnlyList<TableColumn> Columns, IReadOnlyList<string>? Shown = null)
{
    /// <summary>Whether a row shows all that was filled in, so that it can be edited.</summary>
    public bool CanEdit => Shown is null;
}

/// <summary>BIN table, currency rates and whitelist: read, and changed row by row or by many rows at once.</summary>
public sealed class ReferenceTables(IMacsDatabase database, PanHasher pans)
{
    private const string Bins = "bins";
    private const string Rates = "rates";
    private const string Whitelist = "whitelist";

    private static readonly Table<IssuerRow> BinTable = new("issuer_ranges");
    private static readonly Table<RateRow> RateTable = new("currency_rates");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReferenceTable> All { get; } =
    [
        new(Bins, "BIN table", "It says who issued a card and which product it is. The BIN ranges of a rule decide without it.",
        [
            new("low", "First BIN", "The first 6 to 19 digits of the first card number, as 543210."),
            new("high", "Last BIN", "The first 6 to 19 digits of the last card number, as 543219."),
            new("ica", "ICA", "Digits, at most eleven."),
            new("issuer", "Issuer name", "The bank."),
            new("country", "Country", "Of the issuer: three letters, as POL."),
            new("product", "Product Code", "Three characters, as MCG.", Optional: true),
        ]),
        new(Rates, "Currency rates", "The value of one unit of each currency, in a common one. Spending is converted by it.",
        [
            new("currency", "Currency", "Three letters of ISO 4217, as EUR."),
            new("rate", "Rate", "A number above zero, as 0.92."),
        ]),
        new(Whitelist, "Whitelist", "Cards that terminals let in without a connection. Only their hash is kept, so a row can't be edited.",
            [new("pan", "Card number", "12 to 19 digits. It is not kept.")], ["Masked PAN", "HASH"]),
    ];

    /// <summary>The table of that id; null when there is none.</summary>
    public static ReferenceTable? Find(string id) => All.FirstOrDefault(t => t.Id == id);

    /// <summary>Its rows in the order of their keys.</summary>
    public Task<List<TableRow>> RowsAsync(ReferenceTable table) => database.RunAsync(session => table.Id switch
    {
        Bins => session.Query<IssuerRow>("select * from issuer_ranges order by low")
            .ConvertAll(i => new TableRow(i.Low, [i.Low, i.High, i.Ica, i.IssuerName, i.Country, i.Product ?? ""])),
        Rates => session.Query<RateRow>("select * from currency_rates order by currency")
            .ConvertAll(r => new TableRow(r.Currency, [r.Currency, r.Rate])),
        _ => session.Query<CardRow>("select pan_hash, masked_pan from whitelist order by masked_pan, pan_hash")
            .ConvertAll(c => new TableRow(c.PanHash, [c.MaskedPan, c.PanHash])),
    });

    /// <summary>
    /// Adds rows, or puts one in the place of another: all of them or none. Null when it was done, otherwise the number of the first wrong
    /// row, from 1, and what is wrong with it.
    /// </summary>
    public async Task<(int Row, string Why)?> SaveAsync(
        ReferenceTable table, IReadOnlyList<IReadOnlyDictionary<string, string>> rows, string? before = null)
    {
        try
        {
            await database.RunAsync(session =>
            {
                Versions.Change(session, table.Id == Whitelist ? Versions.Whitelist : Versions.Rules);
                if (before is not null)
                {
                    Delete(session, table, before);
                }

                for (var i = 0; i < rows.Count; i++)
                {
                    if (Save(session, table, rows[i]) is { } why)
                    {
                        throw new BadRowException(i + 1, why);
                    }
                }

                return true;
            });
            return null;
        }
        catch (BadRowException e)
        {
            return (e.Row, e.Message);
        }
    }

    /// <summary>Deletes a row; false when it is gone already.</summary>
    public Task<bool> DeleteAsync(ReferenceTable table, string key) => database.RunAsync(session =>
    {
        Versions.Change(session, table.Id == Whitelist ? Versions.Whitelist : Versions.Rules);
        return Delete(session, table, key);
    });

    private static bool Delete(MacsSession session, ReferenceTable table, string key) => session.Execute(
        table.Id switch
        {
            Bins => "delete from issuer_ranges where low = @key",
            Rates => "delete from currency_rates where currency = @key",
            _ => "delete from whitelist where pan_hash = @key",
        },
        new { key }) == 1;

    private string? Save(MacsSession session, ReferenceTable table, IReadOnlyDictionary<string, string> row) => table.Id switch
    {
        Bins => SaveIssuer(session, new()
        {
            Low = row["low"],
            High = row["high"] is { Length: > 0 } high ? high : row["low"],
            Ica = row["ica"],
            IssuerName = row["issuer"],
            Country = row["country"].ToUpperInvariant(),
            Product = row["product"] is { Length: > 0 } product ? product.ToUpperInvariant() : null,
        }),
        Rates => SaveRate(session, row["currency"].ToUpperInvariant(), row["rate"]),
        _ => SaveCard(session, row["pan"]),
    };

    private static string? SaveIssuer(MacsSession session, IssuerRow row)
    {
        if (!new BinRange(row.Low, row.High).IsSound)
        {
            return "First BIN and Last BIN must each be the first 6 to 19 digits of a card number, in order.";
        }

        if (row.Ica.Length is 0 or > 11 || !row.Ica.All(char.IsAsciiDigit))
        {
            return "ICA must have digits only, at most eleven.";
        }

        if (row.IssuerName.Length is 0 or > 100)
        {
            return "Issuer name must have 1 to 100 characters.";
        }

        if (row.Country.Length != 3 || !row.Country.All(char.IsAsciiLetterUpper))
        {
            return "Country must be three letters, as POL.";
        }

        if (row.Product is { } product && (product.Length != 3 || !product.All(char.IsAsciiLetterOrDigit)))
        {
            return "Product Code must be three characters, as MCG, or empty.";
        }

        var (from, to) = (PanNumber.Lowest(row.Low), PanNumber.Highest(row.High));
        if (session.Query<IssuerRow>("select * from issuer_ranges")
            .Find(i => PanNumber.Lowest(i.Low) <= to && PanNumber.Highest(i.High) >= from) is { } other)
        {
            return $"The range overlaps {other.Low} to {other.High} of {other.IssuerName}.";
        }

        session.Execute(BinTable.Insert, row);
        return null;
    }

    private static string? SaveRate(MacsSession session, string currency, string rate)
    {
        if (Currencies.NumberOf(currency) is not { } number)
        {
            return $"“{currency}” is not a currency of ISO 4217; an example is EUR.";
        }

        if (!decimal.TryParse(rate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || value is <= 0 or > 1_000_000_000)
        {
            return "Rate must be a number above zero, as 0.92.";
        }

        session.Execute(RateTable.Upsert(nameof(RateRow.Currency)),
            new RateRow { Currency = currency, NumericCode = number, Rate = value.ToString(CultureInfo.InvariantCulture) });
        return null;
    }

    private string? SaveCard(MacsSession session, string pan)
    {
        if (!PanHasher.IsPan(pan))
        {
            return "Card number must have 12 to 19 digits.";
        }

        session.Execute("insert into whitelist (pan_hash, masked_pan) values (@panHash, @maskedPan) on conflict do nothing",
            new { panHash = pans.Hash(pan), maskedPan = PanHasher.Mask(pan) });
        return null;
    }

    /// <summary>Takes back what was saved before the wrong row.</summary>
    private sealed class BadRowException(int row, string why) : Exception(why)
    {
        public int Row => row;
    }
}
