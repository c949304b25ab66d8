using System.Text.Json;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.ThirdParties;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Services;

/// <summary>
/// A tap: the acquirer is asked for the card's status, MRS for its spending if a ruleset needs it, and then, with the card's row held,
/// the engine decides. No transaction is open while a third party is waited for.
/// </summary>
public sealed class CheckEntry(IMacsDatabase database, Books books, PanVault pans, Acquirer acquirer, SpendHistory spending, LabClock clock, AccessControlSettings settings)
{
    /// <summary>Decides a tap at a terminal.</summary>
    public async Task<CheckAnswer> TapAsync(PairedTerminal terminal, CardTap tap)
    {
        var panHash = pans.Hash(tap.Pan);
        return (acquirer.IsThere ? null : await database.RunAsync(session => AtOnce(session, terminal, tap, panHash)))
            ?? await AskingAsync(terminal, tap, panHash);
    }

    /// <summary>With nobody to ask, all in one transaction; null when a ruleset needs the card's spending.</summary>
    private CheckAnswer? AtOnce(MacsSession session, PairedTerminal asking, CardTap tap, string panHash)
    {
        var (terminal, book) = (Terminals.Asking(session, asking), books.Current(session));
        if (LocationOf(terminal, book) is not { } location)
        {
            return new(PosError.UnknownDevice, null);
        }

        var (operation, pan) = (Begin(terminal, location, tap, panHash, book), PanNumber.Lowest(tap.Pan));
        var applicable = book.Rules.Applicable(pan, operation.Product, location.Id, clock.GetUtcNow());
        return applicable.Any(r => r.Spend is not null) ? null : Decide(session, book, operation, pan, null);
    }

    private async Task<CheckAnswer> AskingAsync(PairedTerminal asking, CardTap tap, string panHash)
    {
        var (terminal, book, card, blocked) = await database.RunAsync(session => (
            Terminals.Asking(session, asking), books.Current(session), Cards.Find(session, panHash), Operations.IsBlocked(session, panHash, clock.GetUtcNow())));
        if (LocationOf(terminal, book) is not { } location)
        {
            return new(PosError.UnknownDevice, null);
        }

        var operation = Begin(terminal, location, tap, panHash, book);
        if (blocked)
        {
            return await RejectAsync(asking, operation, PosError.TemporarilyBlocked, null);
        }

        // One limit for both parties: the device must hear of a refusal before it takes itself for offline and decides by BIN range.
        using var late = new CancellationTokenSource(settings.ThirdPartyTimeLimit, TimeProvider.System);
        var status = await acquirer.AskAsync(tap, card is { AmountStep: 1 }, late.Token);
        operation = operation with { AuthCode = status.ResponseCode, Product = status.Product ?? operation.Product };
        if (status.Error is { } error)
        {
            return await RejectAsync(asking, operation, error, amountStep: error == PosError.CardAsiFailed);
        }

        var pan = PanNumber.Lowest(tap.Pan);
        var applicable = book.Rules.Applicable(pan, operation.Product, location.Id, clock.GetUtcNow());
        var transactions = await SpendingAsync(book, applicable, tap.Pan, operation, late.Token);
        return await database.RunAsync(session =>
        {
            Terminals.Asking(session, asking);
            return Decide(session, books.Current(session), operation, pan, transactions);
        });
    }

    private static Location? LocationOf(TerminalRow terminal, Book book) => terminal.LocationId is { } id ? book.Rules.Location(id) : null;

    private async Task<IReadOnlyList<Transaction>?> SpendingAsync(
        Book book, IReadOnlyList<Ruleset> applicable, string pan, OperationRow operation, CancellationToken late)
    {
        var days = applicable.Max(r => r.Spend?.DaysBack) ?? 0;
        return days > 0 ? await spending.ReadAsync(book, pan, operation, Minute(clock.GetUtcNow()).AddDays(-days), late) : null;
    }

    /// <summary>A spend period begins with a whole minute.</summary>
    private static DateTimeOffset Minute(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerMinute));

    private OperationRow Begin(TerminalRow terminal, Location location, CardTap tap, string panHash, Book book)
    {
        var now = clock.GetUtcNow();
        var issuer = book.Rules.IssuerOf(PanNumber.Lowest(tap.Pan));
        return new()
        {
            Id = OperationId.New(now),
            PanHash = panHash,
            MaskedPan = PanVault.Mask(tap.Pan),
            Serial = terminal.Serial,
            LocationId = location.Id,
            Country = location.Country,
            Service = location.Service.ToString(),
            Payment = tap.EntryMode,
            Product = issuer?.Product,
            Ica = issuer?.Ica,
            IcaName = issuer?.IssuerName,
            RequestedAt = now,
            EntryAt = now,
            ChangedAt = now,
            ExpiresAt = now + settings.ConfirmWindow,
        };
    }

    private Task<CheckAnswer> RejectAsync(PairedTerminal asking, OperationRow operation, PosError error, bool? amountStep) => database.RunAsync(session =>
    {
        Terminals.Asking(session, asking);
        Cards.Hold(session, operation.PanHash, operation.MaskedPan);
        if (amountStep is { } next)
        {
            Cards.SetAmountStep(session, operation.PanHash, next);
        }

        return Reject(session, operation, error);
    });

    private static CheckAnswer Reject(MacsSession session, OperationRow operation, PosError error)
    {
        var rejected = operation with { Status = OperationStatus.Rejected, RejectCode = error.Code };
        Operations.Add(session, rejected);
        return new(error, rejected);
    }

    private CheckAnswer Decide(MacsSession session, Book book, OperationRow operation, ulong pan, IReadOnlyList<Transaction>? transactions)
    {
        Cards.Hold(session, operation.PanHash, operation.MaskedPan);
        var now = clock.GetUtcNow();
        if (acquirer.IsThere)
        {
            Cards.SetAmountStep(session, operation.PanHash, next: false);
        }

        var standing = Operations.Standing(session, operation.PanHash);
        if (standing.Exists(o => o.IsOpen && o.ExpiresAt > now))
        {
            return Reject(session, operation, PosError.TemporarilyBlocked);
        }

        if (standing.RemoveAll(o => o.IsOpen) > 0)
        {
            Operations.Expire(session, operation.PanHash, now);
        }

        var rules = book.Rules;
        var decision = rules.Decide(new(
            pan, operation.Product, operation.LocationId, now, standing.ConvertAll(o => o.Entry),
            Usages(session, rules.Applicable(pan, operation.Product, operation.LocationId, now), now), transactions));
        return Keep(session, operation, decision, transactions);
    }

    private static Dictionary<long, int> Usages(MacsSession session, IReadOnlyList<Ruleset> applicable, DateTimeOffset now)
    {
        var limited = applicable.Where(r => r.MostUsages is not null).ToList();
        Rulesets.Hold(session, limited.Select(r => r.Id));
        return limited.ToDictionary(r => r.Id, r => Operations.Usages(session, r.Id, r.UsagePeriodDays is { } days ? now.AddDays(-days) : null, now));
    }

    private static CheckAnswer Keep(MacsSession session, OperationRow operation, Decision decision, IReadOnlyList<Transaction>? transactions)
    {
        var decided = operation with
        {
            RulesetId = decision.Ruleset?.Id ?? 0,
            RulesetName = decision.Ruleset?.Name ?? "",
            Rule = RuleNames.Of(decision.Rule),
            Spending = transactions is null ? null : JsonSerializer.Serialize(transactions, LabJson.Options),
        };
        if (decision.Verdict == Verdict.Refused)
        {
            return Reject(session, decided, PosError.Of(decision.Rule));
        }

        decided = decided.WithFee(decision.Fee) with
        {
            Paid = decision.Verdict == Verdict.Paid ? 1 : 0,
            MaxAdults = decision.MaxAdults,
            MaxChildren = decision.MaxChildren,
        };
        Operations.Add(session, decided);
        var ruleset = decision.Ruleset!;
        return new(null, decided, decision.FreeLeft, decision.PaidLeft, ruleset.Children?.FreeUnderAge, ruleset.Adults?.Paid?.Fee, ruleset.Children?.Paid?.Fee);
    }
}
