using System.Collections.Immutable;
using System.Globalization;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>What follows from what somebody does at CAS.</summary>
public static class CasDecisions
{
    /// <summary>A button is pressed.</summary>
    public static CasAct Press(CasState state, ServerState server, string button)
    {
        if (state.Message is not null)
        {
            return new(button == "Ok" ? state with { Message = null } : state);
        }

        return (server.SignIn, button) switch
        {
            (null, "Sign In") => new(new(), s => s.SignIn(state.In(CasFields.User), state.In(CasFields.Password))),
            (null, _) => new(state),
            (_, "Sign Out") => new(new(), s => s.Do(new SignOut())),
            ({ AwaitsCode: true }, "Verify") => new(new(), s => s.GiveCode(state.In(CasFields.Code).Trim())),
            ({ AwaitsCode: true }, _) => new(state),
            _ => OnPage(state, server, button),
        };
    }

    /// <summary>Text is typed into a field.</summary>
    public static CasState Type(CasState state, string field, string text) => state with { Typed = state.Typed.SetItem(field, text), Comparison = null };

    private static CasAct OnPage(CasState state, ServerState server, string button) => (state.Screen, button) switch
    {
        (CasScreen.AskUnpair, "Yes") => new(state.Go(CasScreen.Terminals), s => s.Do(new UnpairTerminal(state.Serial))),
        (CasScreen.AskUnpair, "No") => new(state.Go(CasScreen.Actions)),
        (_, "Back") => new(state.Go(CasScreen.Terminals)),
        (CasScreen.Terminals, "Settings") => new(Settings(state, server.Rules)),
        (CasScreen.Terminals, _) when PageOf(button) is { } page => new(state.Go(page) with { Selected = [] }),
        (CasScreen.Terminals, _) when button.StartsWith("Actions ", StringComparison.Ordinal) => new(state.Go(CasScreen.Actions) with { Serial = button["Actions ".Length..] }),
        (CasScreen.Terminals or CasScreen.Requests, _) when Named(server, "Approve", button) is { } request => new(state.Go(CasScreen.Compare) with { Request = request }),
        (CasScreen.Actions, _) => OnActions(state, button),
        (CasScreen.Requests, _) => CasSelection.Press(state, server, button),
        (CasScreen.Compare, _) => OnCompare(state, button),
        (CasScreen.Create, "Create") => new(state.Go(CasScreen.Terminals), s => s.Do(new CreateTerminal(state.In(CasFields.Serial).Trim()))),
        (CasScreen.Settings, "Save") => Save(state),
        _ => new(state),
    };

    /// <summary>The pairing request that a button names; null when there is none.</summary>
    internal static RequestKey? Named(ServerState server, string verb, string button) =>
        button.StartsWith($"{verb} ", StringComparison.Ordinal)
            ? server.Requests.Keys.Where(r => button == $"{verb} {CasRows.NameOf(r, server)}").Select(r => (RequestKey?)r).FirstOrDefault()
            : null;

    private static CasScreen? PageOf(string button) => button switch
    {
        "Pairing requests" => CasScreen.Requests,
        "Create terminal" => CasScreen.Create,
        "Upgrades" => CasScreen.Upgrades,
        "Events" => CasScreen.Events,
        _ => null,
    };

    private static CasAct OnActions(CasState state, string button) => button switch
    {
        "Unpair" => new(state.Go(CasScreen.AskUnpair)),
        "Generate VPN configuration" => new(state, s => s.GenerateVpn(state.Serial)),
        "Deactivate" => new(state, s => s.Do(new SetActive(state.Serial, Active: false))),
        "Activate" => new(state, s => s.Do(new SetActive(state.Serial, Active: true))),
        _ => new(state),
    };

    /// <summary>What is approved is the fingerprint that is looked at, even if others ask under the serial number meanwhile.</summary>
    private static CasAct OnCompare(CasState state, string button) => button switch
    {
        "Compare" => new(state with { Comparison = new(Fingerprint.PartOf(state.Request.Fingerprint, state.In(CasFields.PairingCode))) }),
        "Approve" => new(state.Go(CasScreen.Terminals), s => s.Do(new ApproveRequests([state.Request]))),
        "Refuse" => new(state.Go(CasScreen.Terminals), s => s.Do(new RefuseRequest(state.Request))),
        _ => new(state),
    };

    private static CasState Settings(CasState state, ServingRules rules)
    {
        var open = state.Go(CasScreen.Settings);
        open = Type(open, CasFields.ExchangeRate, rules.ExchangeRate?.ToString(CultureInfo.InvariantCulture) ?? "");
        open = Type(open, CasFields.IpWhitelist, string.Join(", ", rules.IpWhitelist));
        return Type(open, CasFields.OpeningHours, rules.Hours?.ToString() ?? "");
    }

    private static CasAct Save(CasState state)
    {
        var (rate, addresses, hours) = (state.In(CasFields.ExchangeRate).Trim(), state.In(CasFields.IpWhitelist), state.In(CasFields.OpeningHours).Trim());
        decimal? given = decimal.TryParse(rate, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        var whitelist = addresses.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToImmutableList();
        var open = OpeningHours.Parse(hours);
        return rate.Length > 0 && given is null ? Say(CasTexts.BadRate)
            : !whitelist.All(a => System.Net.IPAddress.TryParse(a, out var ip) && ip.ToString() == a) ? Say(CasTexts.BadWhitelist)
            : hours.Length > 0 && open is null ? Say(CasTexts.BadHours)
            : new(state.Go(CasScreen.Terminals), s => s.Do(new ChangeRules(new(given, whitelist, open))));

        CasAct Say(string text) => new(state with { Message = text });
    }
}
