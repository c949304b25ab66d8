using System.Text.Json;
using PairingLab.Drivers.Bench;

namespace PairingLab.Drivers.Certification;

/// <summary>What the maker of a POS declares that it supports: the content of a capabilities file. It chooses the rules.</summary>
/// <param name="Transactions">What it can ask for.</param>
public sealed record PosCapabilities(IReadOnlyList<PosTransaction> Transactions)
{
    /// <summary>What nobody can leave out, and so what counts when nothing was declared.</summary>
    public static readonly PosCapabilities Least = new([PosTransaction.Purchase]);

    /// <summary>In a line.</summary>
    public override string ToString() => $"transactions: {string.Join(", ", Transactions.Select(Word))}";

    /// <summary>A kind as the file says it.</summary>
    public static string Word(PosTransaction kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>Reads a file.</summary>
    /// <exception cref="PosDescriptionException">It is not there, or wrong; the message names the place.</exception>
    public static PosCapabilities Read(string path)
    {
        try
        {
            return Of(BenchTree.Read(path, File.ReadAllBytes(path)));
        }
        catch (BenchFileException e)
        {
            throw new PosDescriptionException($"{e.Message}; capabilities.schema.json beside the lab's own says what there is", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PosDescriptionException($"{path}: {e.Message}", e);
        }
    }

    private static PosCapabilities Of(BenchNode root)
    {
        var kinds = new List<PosTransaction>();
        BenchObject.Read(root, ["transactions"], p =>
        {
            foreach (var item in BenchValue.OfType(p.Value, JsonValueKind.Array).Children)
            {
                var kind = Enum.Parse<PosTransaction>(
                    BenchValue.OneOf(item.Value, [.. Enum.GetValues<PosTransaction>().Select(Word)]), ignoreCase: true);
                kinds.Add(!kinds.Contains(kind) ? kind : throw item.Value.Place.Mistake($"'{Word(kind)}' is declared twice"));
            }
        }).Needs("transactions", "what the POS supports, such as [\"purchase\", \"refund\"]");
        return kinds.Contains(PosTransaction.Purchase)
            ? new(kinds)
            : throw root.PlaceOf("transactions").Mistake("\"purchase\" is missing: no POS is certified without it");
    }
}

/// <summary>The kinds of transaction that a POS may support.</summary>
public enum PosTransaction
{
    /// <summary>The customer pays.</summary>
    Purchase,

    /// <summary>The customer gets money back.</summary>
    Refund,

    /// <summary>The customer draws cash.</summary>
    CashOut,

    /// <summary>The customer pays and draws cash.</summary>
    PurchaseWithCashOut,

    /// <summary>Mail order or telephone order.</summary>
    Moto,
}
