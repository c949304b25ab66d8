using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Cas;

namespace PairingLab.TerminalTrust.Tests.Devices;

/// <summary>
/// CAS and its server: what happens at the one is on the screen of the other, and neither a full disk nor a power cut parts them.
/// </summary>
public sealed class CasDeviceTests
{
    private static readonly string Print = Fingerprint.Of("one"u8);

    /// <summary>The client that pressed is answered with the panel after the command.</summary>
    [Fact]
    public async Task A_press_returns_with_what_the_server_has_done()
    {
        await using var cas = await RunningCas.StartSignedInAsync();
        await cas.CreateAsync("BT1");
        cas.Panel.Texts.ShouldContain(t => t.StartsWith("BT1, Unpaired", StringComparison.Ordinal));
        await cas.CreateAsync("BT1");
        cas.Panel.Texts.ShouldBe(["There is a terminal with this serial number already."]);
        await cas.PressAsync("Ok");
        cas.Panel.Title.ShouldBe("Create terminal");
    }

    [Fact]
    public async Task What_terminals_do_is_on_the_page_as_soon_as_they_have_their_answer()
    {
        await using var cas = await RunningCas.StartSignedInAsync();
        await cas.CreateAsync("BT1");
        var changes = 0;
        cas.Device.Changed += () => changes++;

        cas.Server.Do(new Hello("BT1", "20230801", Print));
        cas.Panel.Buttons.ShouldContain(b => b.Name == "Approve BT1");
        changes.ShouldBe(1);
        cas.Server.Do(new Hello("BT1", "20230801", Print));
        changes.ShouldBe(1, "it asks again every few seconds");

        cas.Server.Do(new ApproveRequests([new("BT1", Print)]));
        cas.Server.Do(new AskStatus(Print, "127.0.0.1", ThroughVpn: false));
        cas.Panel.Texts.ShouldContain(t => t.StartsWith("BT1, Online, ", StringComparison.Ordinal));
        changes = 0;
        cas.Server.Do(new AskStatus(Print, "127.0.0.1", ThroughVpn: false));
        changes.ShouldBe(0);
        cas.Server.Do(new AskStatus(Print, "127.0.0.1", ThroughVpn: true));
        cas.Panel.Texts.ShouldContain(t => t.StartsWith("BT1, Online 🔒, ", StringComparison.Ordinal));
        changes.ShouldBe(1);
    }

    [Fact]
    public async Task A_full_disk_is_said_on_the_screen_and_the_page_stays()
    {
        await using var cas = await RunningCas.StartSignedInAsync();
        cas.IsDiskFull = true;
        await cas.CreateAsync("BT1");
        cas.Panel.Texts.ShouldBe([RunningCas.DiskFull]);
        cas.Panel.Lines.ShouldContain(l => l.Text == RunningCas.DiskFull, "the page shows it too");
        await cas.PressAsync("Ok");
        (cas.Panel.Title, cas.Panel.Fields.Single().Value).ShouldBe(("Create terminal", "BT1"));
        cas.Server.State.Terminals.ShouldBeEmpty();

        cas.IsDiskFull = false;
        await cas.PressAsync("Create");
        cas.Panel.Texts.ShouldContain(t => t.StartsWith("BT1, ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CasDevice.Migrate)]
    [InlineData(CasDevice.Reinstall)]
    [InlineData(CasDevice.Relicense)]
    public async Task A_server_that_can_not_be_changed_on_a_full_disk_runs_on_as_it_was(string button)
    {
        await using var cas = await RunningCas.StartSignedInAsync();
        await cas.CreateAsync("BT1");
        cas.Server.Do(new Hello("BT1", "20230801", Print));
        cas.Server.Do(new ApproveRequests([new("BT1", Print)]));
        var (disk, addresses) = (cas.Disk, cas.Device.Addresses);
        cas.IsDiskFull = true;
        await cas.PressAsync(button);
        cas.Panel.Texts.ShouldBe([RunningCas.DiskFull]);
        await cas.PressAsync("Ok");

        cas.Panel.Title.ShouldBe("CAS sign-in");
        cas.Disk.ShouldBe(disk);
        cas.Device.Addresses.ShouldBe(addresses);
        cas.Server.State.Trusted.Keys.ShouldBe([Print]);
    }

    [Theory]
    [InlineData(CasDevice.Migrate)]
    [InlineData(CasDevice.Reinstall)]
    public async Task A_moved_server_keeps_its_terminals_and_its_keys_and_loses_the_fingerprints(string move)
    {
        await using var cas = await RunningCas.StartSignedInAsync();
        await cas.CreateAsync("BT1");
        cas.Server.Do(new Hello("BT1", "20230801", Print));
        cas.Server.Do(new ApproveRequests([new("BT1", Print)]));
        var (master, addresses) = (cas.Server.Keys.MasterFingerprint, cas.Device.Addresses);
        await cas.PressAsync(move);

        cas.Panel.Title.ShouldBe("CAS sign-in");
        (cas.Server.Keys.MasterFingerprint, cas.Device.Addresses).ShouldBe((master, addresses));
        cas.Server.State.Terminals.Keys.ShouldBe(["BT1"]);
        cas.Server.State.Trusted.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_under_another_licence_key_keeps_its_ports_and_nothing_else()
    {
        await using var cas = await RunningCas.StartSignedInAsync();
        await cas.CreateAsync("BT1");
        var (master, addresses) = (cas.Server.Keys.MasterFingerprint, cas.Device.Addresses);
        await cas.PressAsync(CasDevice.Relicense);

        cas.Panel.Title.ShouldBe("CAS sign-in");
        cas.Device.Addresses.ShouldBe(addresses);
        cas.Server.Keys.MasterFingerprint.ShouldNotBe(master);
        cas.Server.State.Terminals.ShouldBeEmpty();
    }

    [Fact]
    public async Task Power_that_is_cut_in_the_middle_of_a_move_leaves_a_server_that_boots_and_a_press_that_comes_too_late_nothing()
    {
        await using var cas = await RunningCas.StartSignedInAsync();
        await cas.CreateAsync("BT1");
        var move = cas.PressAsync(CasDevice.Migrate);
        await cas.Device.PowerAsync(on: false);
        await move;
        await cas.PressAsync(CasDevice.Migrate);
        (cas.Device.Powered, cas.Panel.Title).ShouldBe((false, ""));

        await cas.Device.PowerAsync(on: true);
        cas.Panel.Title.ShouldBe("CAS sign-in");
        cas.Server.State.Terminals.Keys.ShouldBe(["BT1"]);
    }

    [Fact]
    public async Task A_restart_keeps_what_the_server_remembers_and_signs_the_user_out()
    {
        await using var cas = await RunningCas.StartSignedInAsync();
        await cas.CreateAsync("BT1");
        await cas.LosePowerForAMomentAsync();
        cas.Panel.Title.ShouldBe("CAS sign-in");
        cas.SignIn();
        cas.Panel.Texts.ShouldContain(t => t.StartsWith("BT1, Unpaired", StringComparison.Ordinal));
    }
}
