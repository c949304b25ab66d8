using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Services;
using PairingLab.Kernel.Simulation;
using PairingLab.Kernel.Store;

namespace PairingLab.AccessControl.Tests.Devices;

/// <summary>What a device asks in each state, and what it keeps.</summary>
public sealed class MacsDeviceLogicTests
{
    private const string Pan = "5432101234567890";

    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly MacsDeviceLogic Logic = new("sn-1", new(), new(new byte[32]), []);
    private static readonly MacsDeviceReply NoAnswer = new MacsDeviceReply.Failed(0);

    private static readonly MacsDeviceState Paired = new(new() { Paired = true, Ranges = [new("543210", "543219")] })
    {
        Key = "key",
        Screen = MacsDeviceScreen.Tap,
        ListsDue = Now.AddDays(1),
    };

    [Fact]
    public void The_first_pairing_begins_with_a_key()
    {
        var typed = Logic.Type(new(new()), MacsDeviceFields.Code, "12345678");
        var pressed = Logic.Press(typed, MacsDeviceButtons.Pair, Now);
        Logic.Wants(pressed).ShouldBe([new MacsDeviceRequest.MakeKey()]);

        var made = Logic.Receive(pressed, new MacsDeviceRequest.MakeKey(), new MacsDeviceReply.KeyMade("key"), Now);
        Logic.Memory(made).ShouldContain(d => d.Key == "access-control/sn-1/key" && (string?)d.Value == "key");
        Logic.Wants(made).ShouldBe([new MacsDeviceRequest.Pair("12345678") { Key = "key" }]);
    }

    [Fact]
    public void What_is_typed_while_a_card_is_checked_changes_nothing_about_the_check()
    {
        var checking = Checking();
        var typed = Logic.Type(checking, MacsDeviceFields.Card, "4111111111111111");
        Logic.Wants(typed).ShouldBe(Logic.Wants(checking));
        var decided = Logic.Receive(typed, Logic.Wants(typed).Single(), NoAnswer, Now);
        decided.Memory.Kept.Single().MaskedPan.ShouldBe("543210******7890");
    }

    [Fact]
    public void A_confirmation_is_on_the_disk_when_it_is_asked()
    {
        var entry = Paired with { Screen = MacsDeviceScreen.Entry, Check = Allowed };
        var confirmed = Logic.Press(entry, MacsDeviceButtons.Confirm, Now);
        var pending = confirmed.Memory.Pending.ShouldNotBeNull();
        Logic.Wants(confirmed).ShouldBe([new MacsDeviceRequest.Confirm(pending) { Key = "key" }]);
    }

    /// <summary>MACS may have counted it: only its own word ends it.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(502, true)]
    [InlineData(504, true)]
    [InlineData(500, false)]
    [InlineData(422, false)]
    public void A_confirmation_without_an_answer_of_MACS_stays(int status, bool stays)
    {
        var entry = Paired with { Screen = MacsDeviceScreen.Entry, Check = Allowed };
        var confirmed = Logic.Press(entry, MacsDeviceButtons.Confirm, Now);
        var after = Logic.Receive(confirmed, Logic.Wants(confirmed).Single(), new MacsDeviceReply.Failed(status), Now);
        (after.Memory.Pending is not null).ShouldBe(stays);
        Logic.Wants(after).ShouldBeEmpty();
    }

    [Fact]
    public void An_entry_that_comes_while_others_are_reported_waits_for_the_next_report()
    {
        var one = Offline(Paired);
        var reporting = Logic.Due(one, one.ReportDue);
        var report = Logic.Wants(reporting).OfType<MacsDeviceRequest.Report>().Single();
        var two = Offline(reporting);
        Logic.Wants(two).ShouldContain(report);
        Logic.NextPulse(two)?.At.ShouldBe(two.ListsDue!.Value, "one report at a time");

        var taken = new ReportedEntry(report.Entries.Single().LocalId, "ACCEPTED");
        var after = Logic.Receive(two, report, new MacsDeviceReply.Reported([taken]), Now.AddMinutes(2));
        after.Memory.Kept.ShouldBe(two.Memory.Kept.Skip(1));
        Logic.NextPulse(after)?.At.ShouldBe(Now.AddMinutes(3));
    }

    /// <summary>Everything under way is called back: it was signed with a key that MACS does not know any more.</summary>
    [Fact]
    public void A_report_that_is_forbidden_ends_the_pairing_whatever_the_person_waits_for()
    {
        var one = Offline(Paired);
        var reporting = Logic.Due(one, one.ReportDue);
        var report = Logic.Wants(reporting).OfType<MacsDeviceRequest.Report>().Single();
        var confirming = Logic.Press(
            reporting with { Message = null, Screen = MacsDeviceScreen.Entry, Check = Allowed }, MacsDeviceButtons.Confirm, Now);

        var after = Logic.Receive(confirming, report, new MacsDeviceReply.Failed(403), Now);
        Logic.Wants(after).ShouldBeEmpty();
        Logic.Show(after).Texts.ShouldBe(["MACS does not accept this terminal any more. Pair it again."]);
        after.Memory.Kept.ShouldBe(one.Memory.Kept);
    }

    /// <summary>As the lab wrote it before devices had a runtime.</summary>
    [Fact]
    public void It_boots_from_a_disk_of_an_older_lab()
    {
        using var store = new MemoryStore();
        store.Save(
            ("access-control/sn-1/key", "key"),
            ("access-control/sn-1/memory", """
                {"paired":true,"ranges":[{"low":"543210","high":"543219","isSound":true}],"rangesTag":"\"1\"","hashes":"",
                "hashesTag":"\"2\"","listsAt":"2026-01-04T09:00:00+00:00",
                "kept":[{"localId":"1-1","panHash":"00","maskedPan":"543210******7890",
                "occurredAt":"2026-01-05T07:00:00+00:00","source":"OFFLINE_BIN","adultGuests":0,"childGuests":0}],"rejected":1,"count":1,
                "pending":{"accessId":"77","adults":1,"children":2,"ages":[3,4]}}
                """));
        var state = Logic.Boot(new DeviceDisk(store), Now);

        var confirm = Logic.Wants(state).Single().ShouldBeOfType<MacsDeviceRequest.Confirm>();
        (confirm.Key, confirm.Entry.AccessId, confirm.Entry.Adults, confirm.Entry.Children).ShouldBe(("key", "77", 1, 2));
        confirm.Entry.Ages.ShouldBe([3, 4]);
        Logic.NextPulse(state)?.At.ShouldBe(Now.AddMinutes(1), "the report");
        state.ListsDue.ShouldBe(Now.AddHours(1));
        (state.Memory.Ranges.Count, state.Memory.RangesTag, state.Memory.HashesTag).ShouldBe((1, "\"1\"", "\"2\""));
        (state.Memory.Kept.Count, state.Memory.Rejected, state.Memory.Count).ShouldBe((1, 1, 1));
    }

    private static CheckEntryResponse Allowed => new("77", new(null), 2, 2, 1, 1, null, "Everybody", "Number of free invitations", Now);

    private static MacsDeviceState Checking(MacsDeviceState? from = null)
    {
        var state = (from ?? Paired) with { Message = null, Screen = MacsDeviceScreen.Tap };
        state = Logic.Type(Logic.Type(state, MacsDeviceFields.Card, Pan), MacsDeviceFields.Expiry, "05/28");
        return Logic.Press(state, MacsDeviceButtons.Contactless, Now);
    }

    private static MacsDeviceState Offline(MacsDeviceState from)
    {
        var checking = Checking(from);
        return Logic.Receive(checking, Logic.Wants(checking).OfType<MacsDeviceRequest.Check>().Single(), NoAnswer, Now);
    }
}
