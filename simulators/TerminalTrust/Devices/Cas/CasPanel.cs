using PairingLab.Kernel.Panels;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>What CAS shows.</summary>
public static class CasPanel
{
    /// <summary>The panel of what is open, for a server in a state.</summary>
    /// <param name="device">The device's id.</param>
    /// <param name="state">What is open.</param>
    /// <param name="server">What the server knows.</param>
    /// <param name="gate">Gate's host and port.</param>
    public static Panel Of(string device, CasState state, ServerState server, string gate)
    {
        if (state.Message is { } message)
        {
            return new(device, "CAS", [message], [new("Ok")], []) { Shape = PanelShape.Dialog };
        }

        return server.SignIn switch
        {
            null => new(device, "CAS sign-in", [], [new("Sign In", Filled(state, CasFields.User) && Filled(state, CasFields.Password)), .. LabButtons],
                [Field(state, CasFields.User), Field(state, CasFields.Password) with { Secret = true }]),
            { AwaitsCode: true } => new(device, "Two-factor sign-in", ["Enter the code of your authenticator app."], [new("Verify", Filled(state, CasFields.Code)), new("Sign Out")],
                [Field(state, CasFields.Code) with { Secret = true }]),
            _ => CasPages.Of(device, state, server, gate),
        };
    }

    /// <summary>Buttons of the lab: what happens to the machine that the server runs on.</summary>
    internal static IReadOnlyList<PanelButton> LabButtons { get; } = [new(CasDevice.Migrate), new(CasDevice.Reinstall)];

    internal static PanelField Field(CasState state, string name) => new(name, state.In(name));

    internal static bool Filled(CasState state, string field) => !string.IsNullOrWhiteSpace(state.In(field));
}
