using System.Text.Json;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.ThirdParties;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>A card at a terminal.</summary>
/// <param name="Pan">Its number.</param>
/// <param name="ExpiryDate">Year and month: 2028-05.</param>
/// <param name="EntryMode">CHIP or CONTACTLESS.</param>
public sealed record CardTap(string Pan, string ExpiryDate, string EntryMode)
{
    /// <summary>Never shows the card number.</summary>
    public override string ToString() => $"{PanHasher.Mask(Pan)} {EntryMode}";
}

/// <summary>The result of a check: an operation to be confirmed, or the refusal.</summary>
/// <param name="Error">The refusal; null when the card may enter.</param>
/// <param name="Operation">The operation, including a rejected one; null when no operation was recorded.</param>
/// <param name="FreeLeft">Free visits left, null for unlimited.</param>
/// <param name="PaidLeft">Paid visits left, null for unlimited.</param>
/// <param name="ChildrenFreeUnder">Children under this age are free; null when no age is free.</param>
/// <param name="AdultGuestFee">What a paid adult guest costs; null when the ruleset has no paid invitations for adults.</param>
/// <param name="ChildGuestFee">What a paid child costs; null when the ruleset has no paid invitations for children.</param>
/// <param name="Adults">Which adult guests can come; null when the card may not enter.</param>
/// <param name="Children">Which children can come; null when the card may not enter.</param>
public sealed record CheckAnswer(
    Refusal? Error,
    OperationRow? Operation,
    int? FreeLeft = 0,
    int? PaidLeft = 0,
    int? ChildrenFreeUnder = null,
    Price? AdultGuestFee = null,
    Price? ChildGuestFee = null,
    GuestOffer? Adults = null,
    GuestOffer? Children = null);

/// <summary>
/// A tap: the acquirer gives the card's status, MRS its spending if a ruleset needs it, and then the engine decides while the card's row is
/// locked. No transaction is open during a call to a third party.
/// </summary>
public sealed class CheckEntry(IMacsDatabase database, RuleCache ruleCache, PanHasher pans, Acquirer acquirer, SpendHistory spending,
    LabClock clock, AccessControlSettings settings)
{
    /// <summary>Decides a tap at a terminal.</summary>
    public async Task<CheckAnswer> TapAsync(PairedTerminal terminal, CardTap tap)
    {
        var panHash = pans.Hash(tap.Pan);
        return (acquirer.IsThere ? null : await database.RunAsync(session => AtOnce(session, terminal, tap, panHash)))
            ?? await AskingAsync(terminal, tap, panHash);
    }

    /// <summary>Without an acquirer everything happens in one transaction; null when a ruleset needs the card's spending.</summary>
    private CheckAnswer? AtOnce(MacsSession session, PairedTerminal asking, CardTap tap, string panHash)
    {
        var (terminal, snapshot) = (Terminals.RequirePaired(session, asking), ruleCache.Current(session));
        if (LocationOf(terminal, snapshot) is not { } location)
        {
            return new(Refusal.UnassignedDevice, null);
        }

        var (operation, pan) = (Begin(terminal, location, tap, panHash, snapshot), PanNumber.Lowest(tap.Pan));
        var applicable = snapshot.Rules.Applicable(pan, operation.Product, location.Id, clock.GetUtcNow());
        return applicable.Any(r => r.Spend is not null) ? null : Decide(session, snapshot, operation, pan, null);
    }

    private async Task<CheckAnswer> AskingAsync(PairedTerminal asking, CardTap tap, string panHash)
    {
        var (terminal, snapshot, card, blocked) = await database.RunAsync(session => (
            Terminals.RequirePaired(session, asking), ruleCache.Current(session), Cards.Find(session, panHash),
            Operations.IsBlocked(session, panHash, clock.GetUtcNow())));
        if (LocationOf(terminal, snapshot) is not { } location)
        {
            return new(Refusal.UnassignedDevice, null);
        }

        var operation = Begin(terminal, location, tap, panHash, snapshot);
        if (blocked)
        {
            return await RejectAsync(asking, operation, Refusal.TemporarilyBlocked, null);
        }

        if (snapshot.Suspended.Contains(panHash))
        {
            return await RejectAsync(asking, operation with { Rule = RuleNames.Suspended }, Refusal.UnmetRequirements, null);
        }

        // One time limit for both parties: the device must receive a refusal before it considers itself offline and decides by BIN range.
        using var late = new CancellationTokenSource(settings.ThirdPartyTimeLimit, TimeProvider.System);
        var status = await acquirer.AskAsync(tap, card is { AmountStep: 1 }, late.Token);
        operation = operation with
        {
            AuthCode = status.ResponseCode,
            Product = status.Product ?? operation.Product,
            Outage = status.IsUnknown ? RuleNames.NoCardStatus : null,
        };
        if (status.Error is { } error)
        {
            return await RejectAsync(asking, operation, error, amountStep: error == Refusal.CardAsiFailed);
        }

        var pan = PanNumber.Lowest(tap.Pan);
        var applicable = snapshot.Rules.Applicable(pan, operation.Product, location.Id, clock.GetUtcNow());
        var transactions = await SpendingAsync(snapshot, applicable, tap.Pan, operation, late.Token);
        return await database.RunAsync(session =>
        {
            Terminals.RequirePaired(session, asking);
            return Decide(session, ruleCache.Current(session), operation, pan, transactions);
        });
    }

    private static Location? LocationOf(TerminalRow terminal, RuleSnapshot snapshot) =>
        terminal.LocationId is { } id ? snapshot.Rules.Location(id) : null;

    private async Task<IReadOnlyList<Transaction>?> SpendingAsync(
        RuleSnapshot snapshot, IReadOnlyList<Ruleset> applicable, string pan, OperationRow operation, CancellationToken late)
    {
        var days = applicable.Max(r => r.Spend?.DaysBack) ?? 0;
        return days > 0 ? await spending.ReadAsync(snapshot, pan, operation, Minute(clock.GetUtcNow()).AddDays(-days), late) : null;
    }

    /// <summary>A spend period starts at a whole minute.</summary>
    private static DateTimeOffset Minute(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerMinute));

    private OperationRow Begin(TerminalRow terminal, Location location, CardTap tap, string panHash, RuleSnapshot snapshot)
    {
        var now = clock.GetUtcNow();
        var issuer = snapshot.Rules.IssuerOf(PanNumber.Lowest(tap.Pan));
        return new()
        {
            Id = OperationId.New(now),
            PanHash = panHash,
            MaskedPan = PanHasher.Mask(tap.Pan),
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

    private Task<CheckAnswer> RejectAsync(PairedTerminal asking, OperationRow operation, Refusal error, bool? amountStep) =>
        database.RunAsync(session =>
    {
        Terminals.RequirePaired(session, asking);
        Cards.Lock(session, operation.PanHash, operation.MaskedPan);
        if (amountStep is { } next)
        {
            Cards.SetAmountStep(session, operation.PanHash, next);
        }

        return Reject(session, operation, error);
    });

    private static CheckAnswer Reject(MacsSession session, OperationRow operation, Refusal error)
    {
        var rejected = operation with { Status = OperationStatus.Rejected, RejectCode = error.Code() };
        Operations.Add(session, rejected);
        return new(error, rejected);
    }

    private CheckAnswer Decide(MacsSession session, RuleSnapshot snapshot, OperationRow operation, ulong pan,
        IReadOnlyList<Transaction>? transactions)
    {
        Cards.Lock(session, operation.PanHash, operation.MaskedPan);
        var now = clock.GetUtcNow();
        if (acquirer.IsThere)
        {
            Cards.SetAmountStep(session, operation.PanHash, next: false);
        }

        var standing = Operations.Standing(session, operation.PanHash);
        if (standing.Exists(o => o.IsOpen && !o.IsRefused && o.ExpiresAt > now))
        {
            return Reject(session, operation, Refusal.TemporarilyBlocked);
        }

        if (snapshot.Suspended.Contains(operation.PanHash))
        {
            return Reject(session, operation with { Rule = RuleNames.Suspended }, Refusal.UnmetRequirements);
        }

        var isTriedAgain = standing.Exists(o => o.IsOpen && o.IsRefused);
        if (standing.RemoveAll(o => o.IsOpen) > 0)
        {
            Operations.Expire(session, operation.PanHash, now);
        }

        if (isTriedAgain)
        {
            Operations.ExpireRefused(session, operation.PanHash, now);
        }

        var rules = snapshot.Rules;
        var (entries, looked) = (standing.ConvertAll(o => o.Entry), new List<LookedAt>());
        var decision = rules.Decide(
            new(
                pan, operation.Product, operation.LocationId, now, entries,
                Usages(session, rules.Applicable(pan, operation.Product, operation.LocationId, now), now), transactions),
            (ruleset, its) => looked.Add(LookedAt.Of(ruleset, its, transactions is null)));
        if (decision.Rule == Rule.NoRuleset)
        {
            looked.AddRange(LookedAt.NotApplicable(rules, operation, pan, now));
        }

        return Keep(session, operation with { Reasons = LookedAt.ToText(looked) }, decision, transactions, entries);
    }

    private static Dictionary<long, int> Usages(MacsSession session, IReadOnlyList<Ruleset> applicable, DateTimeOffset now)
    {
        var limited = applicable.Where(r => r.MostUsages is not null).ToList();
        Rulesets.Lock(session, limited.Select(r => r.Id));
        return limited.ToDictionary(r => r.Id,
            r => Operations.Usages(session, r.Id, r.UsagePeriodDays is { } days ? now.AddDays(-days) : null, now));
    }

    private static CheckAnswer Keep(MacsSession session, OperationRow operation, Decision decision,
        IReadOnlyList<Transaction>? transactions, IReadOnlyList<Entry> entries)
    {
        var decided = operation with
        {
            RulesetId = decision.Ruleset?.Id ?? 0,
            RulesetName = decision.Ruleset?.Name ?? "",
            Rule = RuleNames.Of(decision.Rule),
            Outage = decision.Rule == Rule.Spend && transactions is null ? RuleNames.NoSpending : null,
            Spending = transactions is null ? null : JsonSerializer.Serialize(transactions, LabJson.Options),
        };
        if (decision.Verdict == Verdict.Refused)
        {
            return Reject(session, decided, Refusals.Of(decision.Rule));
        }

        decided = decided.WithFee(decision.Fee) with
        {
            Paid = decision.Verdict == Verdict.Paid ? 1 : 0,
            MaxAdults = decision.MaxAdults,
            MaxChildren = decision.MaxChildren,
        };
        Operations.Add(session, decided);
        var ruleset = decision.Ruleset!;
        var (adults, children) = Guests.Offers(ruleset, entries, decided.LocationId, decided.RequestedAt);
        return new(null, decided, decision.FreeLeft, decision.PaidLeft, ruleset.Children?.FreeUnderAge, ruleset.Adults?.Paid?.Fee,
            ruleset.Children?.Paid?.Fee, adults, children);
    }
}
