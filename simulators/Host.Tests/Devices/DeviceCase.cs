using System.Net.Http.Json;
using System.Text.Json;
using PairingLab.AccessControl;
using PairingLab.Commander;
using PairingLab.Commander.Service;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Sci;
using PairingLab.Sci.Devices.Pos;
using PairingLab.Sci.Devices.Terminal;
using PairingLab.SmartConnect;
using PairingLab.TerminalTrust;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Cas;
using PairingLab.TerminalTrust.Devices.Kiosk;

namespace PairingLab.Host.Tests.Devices;

/// <summary>How a kind of device is brought to ask something whose answer it must remember.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="ReadyToAskAsync">Makes the device and works it until one button is left to press; the device and the button.</param>
/// <param name="Then">A text on its screen after the answer, or the title.</param>
internal sealed record DeviceCase(string Kind, Func<DeviceBench, Task<(IDevice Device, string Button)>> ReadyToAskAsync, string Then)
{
    /// <summary>A text on its screen after a restart: what it has kept of the answer. Null when it keeps nothing and begins anew.</summary>
    public string? Remembers { get; init; } = Then;

    /// <summary>Nobody else answers it, but what is inside of it, with a write to its disk.</summary>
    public bool AnswersItself { get; init; }

    /// <summary>How many answers come before the one that it must remember: the share of SPAKE2 is another's answer already.</summary>
    public int AnswersBefore { get; init; }

    /// <summary>How long it boots.</summary>
    public TimeSpan BootTakes { get; init; }

    /// <summary>The button that leads from the screen after a restart to what it remembers; null when that is on it.</summary>
    public string? Behind { get; init; }

    /// <summary>It has no disk: its server remembers for it.</summary>
    public bool HasNoDisk { get; init; }

    /// <summary>The button of the message that comes with the answer; null when none comes.</summary>
    public string? Closes { get; init; }

    public static IReadOnlyList<DeviceCase> All { get; } =
    [
        new(SmartConnectSystem.RegisterKind, ReadyToPurchaseAsync, "Waiting for the payment device..."),
        new(SmartConnectSystem.TerminalKind, PaymentDeviceAsync, "Paired registers: 1")
        {
            BootTakes = new SmartConnectSettings().DeviceLooks,
        },
        new(CommanderSystem.DisplayKind, CommanderAsync, "Commander") { Remembers = null, AnswersItself = true },
        new(CommanderSystem.ClientKind, ConfigurationClientAsync, "Signed in: manager") { Remembers = null },
        new(CommanderSystem.WorkstationKind, WorkstationAsync, "Successfully Paired")
        {
            Remembers = "Secure link to the Commander: up",
            AnswersBefore = 1,
            BootTakes = new CommanderSettings().BootTakes,
        },
        new(TerminalTrustSystem.KioskKind, TerminalAsync, "This terminal is in service.") { BootTakes = new TrustSettings().BootTakes },
        new(SciSystem.PosKind, SciPosAsync, PosTexts.ConfirmationCode) { Behind = "Pairing" },
        new(SciSystem.TerminalKind, EftposTerminalAsync, TerminalTexts.EnterOnPos) { HasNoDisk = true },
        new(AccessControlSystem.TerminalKind, MacsDeviceAsync, "Check the cardholder's identity.") { Closes = "OK" },
    ];

    public static DeviceCase Of(string kind) => All.Single(c => c.Kind == kind);

    private static async Task<(IDevice Device, string Button)> CommanderAsync(DeviceBench bench) =>
        (await bench.AddAsync(CommanderSystem.DisplayKind), "Re-load software");

    private static async Task<(IDevice Device, string Button)> ConfigurationClientAsync(DeviceBench bench)
    {
        await bench.AddAsync(CommanderSystem.DisplayKind);
        return await AtSignInAsync(bench);
    }

    private static async Task<(IDevice Device, string Button)> AtSignInAsync(DeviceBench bench)
    {
        var client = await bench.AddAsync(CommanderSystem.ClientKind);
        await client.EnterAsync("User Name", "manager");
        await client.EnterAsync("Password", CommanderUsers.ManagerPassword);
        return (client, "Sign In");
    }

    private static async Task<(IDevice Device, string Button)> WorkstationAsync(DeviceBench bench)
    {
        var display = await bench.AddAsync(CommanderSystem.DisplayKind);
        var workstation = await bench.AddAsync(CommanderSystem.WorkstationKind);
        var (client, signIn) = await AtSignInAsync(bench);
        foreach (var button in new[] { signIn, "Security", "Site Security", "Generate OTP", "Ok" })
        {
            await bench.PressAsync(client, button);
        }

        var first = display.Panel.Texts[0].TrimEnd('.');
        await bench.Clock.AdvanceAsync(new CommanderSettings().PairStays);
        await client.EnterAsync("OTP", first + display.Panel.Texts[0]);
        foreach (var button in new[] { "Ok", "Start Pairing Service", "Ok" })
        {
            await bench.PressAsync(client, button);
        }

        await bench.Clock.AdvanceAsync(new CommanderSettings().BootTakes);
        await bench.PressAsync(workstation, "Pair POS");
        await bench.PressAsync(client, "Retrieve Pairing OTP");
        await workstation.EnterAsync("Pairing OTP", client.Panel.Texts[0]);
        return (workstation, "OK");
    }

    private static async Task<(IDevice Device, string Button)> ReadyToPurchaseAsync(DeviceBench bench)
    {
        var (_, register) = await PairAsync(bench);
        return (register, "Purchase");
    }

    /// <summary>
    /// A payment was approved while the connection was lost: the device remembers it until SmartConnect has answered that it knows. It
    /// has the register under its own internal id only.
    /// </summary>
    private static async Task<(IDevice Device, string Button)> PaymentDeviceAsync(DeviceBench bench)
    {
        var (terminal, register) = await PairAsync(bench);
        await bench.PressAsync(register, "Purchase");
        await bench.Clock.AdvanceAsync(new SmartConnectSettings().DeviceLooks);
        bench.Cables.Lay(terminal.Info.Id).Set(CableState.Cut);
        await bench.PressAsync(terminal, "Approve");
        await bench.Clock.AdvanceAsync(new SmartConnectSettings().MessageStays);
        await bench.PressAsync(terminal, "Registers");
        await bench.Clock.AdvanceAsync(new SmartConnectSettings().AnswerPatience - new SmartConnectSettings().MessageStays);
        bench.Cables.Lay(terminal.Info.Id).Set(CableState.Connected);
        return (terminal, "Back");
    }

    /// <summary>A payment device with an internal id of its own, and a register that is paired with it and ready to sell.</summary>
    private static async Task<(IDevice Terminal, IDevice Register)> PairAsync(DeviceBench bench)
    {
        var terminal = await bench.AddAsync(SmartConnectSystem.TerminalKind);
        await bench.PressAsync(terminal, "Service");
        await terminal.EnterAsync("Internal ID", "SP-4711");
        await bench.PressAsync(terminal, "Save");
        var register = await bench.AddAsync(SmartConnectSystem.RegisterKind);
        await bench.PressAsync(terminal, "Pair a register");
        await bench.PressAsync(register, "Back office");
        await bench.PressAsync(register, "Pair with a payment device");
        await register.EnterAsync("Pairing code", terminal.Panel.Texts[1]);
        await bench.PressAsync(register, "Pair");
        await bench.PressAsync(register, "OK");
        await bench.PressAsync(register, "Back to sale");
        await register.EnterAsync("Amount", "12.50");
        return (terminal, register);
    }

    private static async Task<(IDevice Device, string Button)> TerminalAsync(DeviceBench bench)
    {
        var cas = (CasDevice)await bench.AddAsync(TerminalTrustSystem.CasKind);
        var terminal = await bench.AddAsync(TerminalTrustSystem.KioskKind);
        await bench.Clock.AdvanceAsync(new TrustSettings().BootTakes);
        var server = cas.Server!;
        server.Do(new GivePassword("operator", Right: true, HasTwoFactor: true));
        server.Do(new GiveCode(1));
        server.Do(new CreateTerminal(SerialNumber.Of(terminal.Info.Id)));
        await bench.PressAsync(terminal, "Advanced administration");
        await bench.PressAsync(terminal, "Deployment scenario B");
        await terminal.EnterAsync("Server host", cas.Addresses!.ServerHost);
        await bench.PressAsync(terminal, "Save");
        server.Do(new ApproveRequests([.. server.State.Requests.Keys]));
        await bench.PressAsync(terminal, "Advanced administration");
        return (terminal, "Save");
    }

    private static async Task<(IDevice Device, string Button)> SciPosAsync(DeviceBench bench)
    {
        var (terminal, start) = await EftposTerminalAsync(bench);
        var pos = await bench.AddAsync(SciSystem.PosKind);
        await bench.PressAsync(terminal, start);
        await bench.PressAsync(pos, "Pairing");
        await pos.EnterAsync(PosFields.Code, terminal.Panel.Texts[0]);
        return (pos, "Pair");
    }

    private static async Task<(IDevice Device, string Button)> EftposTerminalAsync(DeviceBench bench) =>
        (await bench.AddAsync(SciSystem.TerminalKind), "Pair with POS");
    private static async Task<(IDevice Device, string Button)> MacsDeviceAsync(DeviceBench bench)
    {
        var device = await bench.AddAsync(AccessControlSystem.TerminalKind);
        var serial = device.Info.Id.ToUpperInvariant();
        var macs = bench.DirectoryOf(AccessControlSystem.TerminalKind);
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", macs.Credentials!["adminToken"]) } };
        using var added = await http.PostAsJsonAsync($"{macs.Api}/lab-admin/terminals", new { serial, locationId = "waw-lounge" });
        added.EnsureSuccessStatusCode();
        using var code = await http.PostAsync($"{macs.Api}/lab-admin/terminals/{serial}/pairing-code", null);
        var answer = await code.Content.ReadFromJsonAsync<JsonElement>();
        await device.EnterAsync("Pairing code", answer.GetProperty("pairingCode").GetString()!);
        return (device, "Pair");
    }
}
