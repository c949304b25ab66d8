using System.Text.Json;
using PairingLab.Drivers.Bench;

namespace PairingLab.Drivers.Certification;

/// <summary>What the maker of a POS declares that it supports: the content of a capabilities file. It chooses the rules.</summary>
/// <param name="Transactions">What it can ask for.</param>
public sealed record PosCapabilities(IReadOnlyList<PosTransaction> Transactions)
{
    /// <summary>What it can ask of a terminal's takings.</summary>
    public IReadOnlyList<PosSettlement> Settlements { get; init; } = [];

    /// <summary>Where signatures can be judged.</summary>
    public IReadOnlyList<PosSignature> Signatures { get; init; } = [PosSignature.Pos];

    /// <summary>What nobody can leave out, and so what counts when nothing was declared.</summary>
    public static readonly PosCapabilities Least = new([PosTransaction.Purchase]);

    /// <summary>In a line.</summary>
    public override string ToString() => string.Join("; ", [
        $"transactions: {string.Join(", ", Transactions.Select(Word))}",
        $"settlements: {string.Join(", ", Settlements.Select(Word).DefaultIfEmpty("none"))}",
        $"signatures: {string.Join(", ", Signatures.Select(Word))}",
    ]);

    /// <summary>A kind as the file says it.</summary>
    public static string Word<T>(T kind)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

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
        var read = new PosCapabilities([]);
        BenchObject.Read(root, ["transactions", "settlements", "signatures"], p => read = p.Name switch
        {
            "transactions" => read with { Transactions = Kinds<PosTransaction>(p.Value) },
            "settlements" => read with { Settlements = Kinds<PosSettlement>(p.Value) },
            _ => read with { Signatures = Kinds<PosSignature>(p.Value) },
        }).Needs("transactions", "what the POS supports, such as [\"purchase\", \"refund\"]");
        return !read.Transactions.Contains(PosTransaction.Purchase)
            ? throw root.PlaceOf("transactions").Mistake("\"purchase\" is missing: no POS is certified without it")
            : read.Signatures.Count == 0
                ? throw root.PlaceOf("signatures").Mistake("must have \"pos\", \"terminal\" or both: a signature is judged somewhere")
            : read;
    }

    private static List<T> Kinds<T>(BenchNode node)
        where T : struct, Enum
    {
        var kinds = new List<T>();
        foreach (var item in BenchValue.OfType(node, JsonValueKind.Array).Children)
        {
            var kind = Enum.Parse<T>(BenchValue.OneOf(item.Value, [.. Enum.GetValues<T>().Select(Word)]), ignoreCase: true);
            kinds.Add(!kinds.Contains(kind) ? kind : throw item.Value.Place.Mistake($"'{Word(kind)}' is declared twice"));
        }

        return kinds;
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

/// <summary>What a POS may ask of a terminal's takings.</summary>
public enum PosSettlement
{
    /// <summary>The totals, which then begin again.</summary>
    Settlement,

    /// <summary>The totals as they stand.</summary>
    Enquiry,
}

/// <summary>Where a customer's signature is judged.</summary>
public enum PosSignature
{
    /// <summary>On the POS, by the buttons of the form.</summary>
    Pos,

    /// <summary>On the terminal: verify_signature_on_terminal.</summary>
    Terminal,
}
