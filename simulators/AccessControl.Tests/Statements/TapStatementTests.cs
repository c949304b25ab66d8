using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Statements;

/// <summary>The statements that are bound by hand: every value is in its own column, and comes back from it.</summary>
public abstract class TapStatementTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(20_000);

    private IMacsDatabase database = null!;

    /// <summary>Another value in each column.</summary>
    private static OperationRow Full { get; } = new()
    {
        Id = "id",
        PanHash = "hash",
        MaskedPan = "mask",
        Serial = "serial",
        LocationId = "location",
        Country = "country",
        Service = "service",
        Type = "type",
        Status = "COMPLETED",
        RulesetId = 1,
        RulesetName = "ruleset",
        Rule = "rule",
        RejectCode = "reject",
        AuthCode = "auth",
        Product = "product",
        Ica = "ica",
        IcaName = "ica name",
        Payment = "payment",
        RequestedAt = Now,
        EntryAt = Now.AddSeconds(1),
        ExpiresAt = Now.AddSeconds(2),
        ChangedAt = Now.AddSeconds(3),
        Paid = 1,
        FeeAmount = "fee",
        FeeCurrency = "currency",
        MaxAdults = 3,
        MaxChildren = 4,
        AdultGuests = 5,
        ChildGuests = 6,
        FreeAdults = 7,
        PaidAdults = 8,
        FreeChildren = 9,
        PaidChildren = 10,
        YoungChildren = 11,
        LocalId = "local",
        Spending = "spending",
        Charge = "charge",
        Reasons = "reasons",
        Outage = "outage",
    };

    public ValueTask InitializeAsync()
    {
        database = Open();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_operation_is_kept_whole()
    {
        (await database.RunAsync(s => Operations.Add(s, Full))).ShouldBeTrue();
        (await database.RunAsync(s => Operations.Find(s, "id"))).ShouldBe(Full);
    }

    [Fact]
    public async Task What_an_operation_does_not_have_is_missing_and_not_empty()
    {
        var bare = Full with
        {
            RejectCode = null,
            AuthCode = null,
            Product = null,
            Ica = null,
            IcaName = null,
            FeeAmount = null,
            FeeCurrency = null,
            LocalId = null,
            Spending = null,
            Charge = null,
            Reasons = null,
            Outage = null,
            Rule = ""
        };
        await database.RunAsync(s => Operations.Add(s, Full with { Id = "before" }) && Operations.Add(s, bare));
        (await database.RunAsync(s => Operations.Find(s, "id"))).ShouldBe(bare);
    }

    [Fact]
    public async Task The_same_offline_entry_is_added_once()
    {
        (await database.RunAsync(s => Operations.Add(s, Full))).ShouldBeTrue();
        (await database.RunAsync(s => Operations.Add(s, Full with { Id = "other" }))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_confirmation_changes_what_it_says_and_nothing_else()
    {
        var confirmed = Full
            with
        {
            Status = "COMPLETED",
            EntryAt = Now.AddHours(1),
            AdultGuests = 12,
            ChildGuests = 13,
            ChildAges = "7,8",
            FreeAdults = 14,
            PaidAdults = 15,
            FreeChildren = 16,
            PaidChildren = 17,
            YoungChildren = 18
        };
        var kept = await database.RunAsync(s =>
        {
            Operations.Add(s, Full with { Status = "CREATED" });
            Operations.Complete(s, confirmed);
            return Operations.Find(s, "id");
        });
        kept.ShouldBe(confirmed with { ChangedAt = confirmed.EntryAt });
    }

    [Fact]
    public async Task A_cards_entries_are_what_was_completed_and_what_waits()
    {
        var standing = await database.RunAsync(s =>
        {
            Operations.Add(s, Full);
            Operations.Add(s, Full with { Id = "open", Status = "CREATED", LocalId = "2" });
            Operations.Add(s, Full with { Id = "reversed", Status = "REVERSED", LocalId = "3" });
            Operations.Add(s, Full with { Id = "another card's", PanHash = "other", LocalId = "4" });
            return Operations.Standing(s, "hash");
        });
        standing.ShouldBe(
            [
                new(Full.ToEntry(), false, Full.ExpiresAt, IsRefused: true),
                new(Full.ToEntry(), true, Full.ExpiresAt, IsRefused: true),
            ],
            ignoreOrder: true);
        (await database.RunAsync(s => Operations.Entries(s, "hash"))).ShouldBe([Full.ToEntry()]);
    }

    [Fact]
    public async Task What_a_confirmation_needs()
    {
        var found = await database.RunAsync(s => Operations.Add(s, Full) ? Operations.ToConfirm(s, "id") : null);
        found.ShouldBe(new OperationRow
        {
            Id = Full.Id,
            PanHash = Full.PanHash,
            MaskedPan = Full.MaskedPan,
            Serial = Full.Serial,
            Type = Full.Type,
            Status = Full.Status,
            EntryAt = Full.EntryAt,
            ExpiresAt = Full.ExpiresAt,
            RulesetId = Full.RulesetId,
            LocationId = Full.LocationId,
            AdultGuests = Full.AdultGuests,
            ChildGuests = Full.ChildGuests,
            Paid = Full.Paid,
            FeeAmount = Full.FeeAmount,
            FeeCurrency = Full.FeeCurrency,
            Charge = Full.Charge,
        });
    }

    /// <summary>The database that the tests run on.</summary>
    private protected abstract IMacsDatabase Open();
}
