using System.Collections.Immutable;
using System.Globalization;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>What a press of a button leads to.</summary>
/// <param name="Then">The screen after it.</param>
/// <param name="Ask">The request to the server before it; null for none. After a refusal the old screen stays, with a message.</param>
public sealed record CasStep(CasState Then, Func<TrustServer, ServerAnswer>? Ask = null);

/// <summary>What CAS does when its user presses a button or types.</summary>
public static class CasLogic
{
    private static readonly char[] Separators = [' ', '\n', '\r', '\t', ',', ';'];

    /// <summary>A button is pressed.</summary>
    public static CasStep Press(CasState state, ServerState server, string button)
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
            _ => PressOnPage(state, server, button),
        };
    }

    /// <summary>Text is typed into a field.</summary>
    public static CasState Type(CasState state, string field, string text) =>
        state with { Typed = state.Typed.SetItem(field, text), Comparison = null };

    private static CasStep PressOnPage(CasState state, ServerState server, string button) => (state.Screen, button) switch
    {
        (CasScreen.AskUnpair, "Yes") => new(state.Go(CasScreen.Terminals), s => s.Do(new UnpairTerminal(state.Serial))),
        (CasScreen.AskUnpair, "No") => new(state.Go(CasScreen.Actions)),
        (_, "Back") => new(state.Go(CasScreen.Terminals)),
        (CasScreen.Terminals, "Settings") => new(OpenSettings(state, server.Rules)),
        (CasScreen.Terminals, _) when PageOf(button) is { } page => new(state.Go(page) with { Selected = [] }),
        (CasScreen.Terminals, _) when button.StartsWith("Actions ", StringComparison.Ordinal) =>
            new(state.Go(CasScreen.Actions) with { Serial = button["Actions ".Length..] }),
        (CasScreen.Terminals or CasScreen.Requests, _) when RequestIn(server, "Approve", button) is { } request =>
            new(state.Go(CasScreen.Compare) with { Request = request }),
        (CasScreen.Actions, "IP whitelist") => new(Type(
            state.Go(CasScreen.IpWhitelist), CasFields.IpWhitelist, server.Terminals.GetValueOrDefault(state.Serial)?.IpWhitelist ?? "")),
        (CasScreen.IpWhitelist, "Save") => SaveIpWhitelist(state),
        (CasScreen.Actions, _) => PressOnActions(state, button),
        (CasScreen.Requests, _) => PressOnRequests(state, server, button),
        (CasScreen.Compare, _) => PressOnCompare(state, button),
        (CasScreen.Create, "Create") =>
            new(state.Go(CasScreen.Terminals), s => s.Do(new CreateTerminal(state.In(CasFields.Serial).Trim()))),
        (CasScreen.Settings, "Save") => SaveSettings(state),
        _ => new(state),
    };

    private static CasScreen? PageOf(string button) => button switch
    {
        "Pairing requests" => CasScreen.Requests,
        "Create terminal" => CasScreen.Create,
        "Upgrades" => CasScreen.Upgrades,
        "Events" => CasScreen.Events,
        _ => null,
    };

    private static CasStep PressOnActions(CasState state, string button) => button switch
    {
        "Unpair" => new(state.Go(CasScreen.AskUnpair)),
        "Generate VPN configuration" => new(state, s => s.GenerateVpn(state.Serial)),
        "Deactivate" => new(state, s => s.Do(new SetActive(state.Serial, Active: false))),
        "Activate" => new(state, s => s.Do(new SetActive(state.Serial, Active: true))),
        _ => new(state),
    };

    /// <summary>The fingerprint on the screen is approved, even if other certificates ask under the serial number meanwhile.</summary>
    private static CasStep PressOnCompare(CasState state, string button) => button switch
    {
        "Compare" => new(state with
        {
            Comparison = new(Fingerprint.PartOf(state.Request.Fingerprint, state.In(CasFields.PairingCode))),
        }),
        "Approve" => new(state.Go(CasScreen.Terminals), s => s.Do(new ApproveRequests([state.Request]))),
        "Refuse" => new(state.Go(CasScreen.Terminals), s => s.Do(new RefuseRequest(state.Request))),
        _ => new(state),
    };

    private static CasStep PressOnRequests(CasState state, ServerState server, string button) =>
        button == "Select fingerprints" ? new(SelectFingerprints(state, server))
        : button == "Approve selected" ?
            new(state.Go(CasScreen.Terminals) with { Selected = [] }, s => s.Do(new ApproveRequests([.. state.Selected])))
        : RequestIn(server, "Select", button) is { } chosen ? new(state with { Selected = state.Selected.Add(chosen) })
        : RequestIn(server, "Deselect", button) is { } left ? new(state with { Selected = state.Selected.Remove(left) })
        : new(state);

    /// <summary>Selects the pairing requests with the fingerprints, or pieces of them, that were noted at the terminals.</summary>
    private static CasState SelectFingerprints(CasState state, ServerState server)
    {
        var requests = new Dictionary<string, RequestKey>(StringComparer.OrdinalIgnoreCase);
        foreach (var request in server.Requests.Keys)
        {
            requests[request.Fingerprint] = request;
            foreach (var piece in Fingerprint.Pieces(request.Fingerprint))
            {
                requests[piece] = request;
            }
        }

        var given = state.In(CasFields.Fingerprints).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var unknown = given.Where(g => !requests.ContainsKey(g)).ToList();
        var found = given.Except(unknown, StringComparer.Ordinal).Select(g => requests[g]).ToImmutableHashSet();
        return state with
        {
            Selected = found,
            Message = unknown.Count == 0 ? null : CasTexts.UnknownFingerprints(unknown, given.Length, found.Count),
        };
    }

    /// <summary>The pairing request that a button names; null when it names none.</summary>
    private static RequestKey? RequestIn(ServerState server, string verb, string button) =>
        button.StartsWith($"{verb} ", StringComparison.Ordinal)
            ? server.Requests.Keys.Where(r => button == $"{verb} {CasRows.NameOf(r, server)}").Select(r => (RequestKey?)r).FirstOrDefault()
            : null;

    private static CasState OpenSettings(CasState state, ServingRules rules)
    {
        var open = state.Go(CasScreen.Settings);
        open = Type(open, CasFields.ExchangeRate, rules.ExchangeRate?.ToString(CultureInfo.InvariantCulture) ?? "");
        open = Type(open, CasFields.IpWhitelist, string.Join(", ", rules.IpWhitelist));
        return Type(open, CasFields.OpeningHours, rules.Hours?.ToString() ?? "");
    }

    private static CasStep SaveSettings(CasState state)
    {
        var rate = state.In(CasFields.ExchangeRate).Trim();
        var hours = state.In(CasFields.OpeningHours).Trim();
        decimal? given =
            decimal.TryParse(rate, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        var whitelist = AddressesIn(state);
        var open = OpeningHours.Parse(hours);
        return rate.Length > 0 && given is null ? Refuse(Refusal.BadExchangeRate)
            : whitelist is null ? Refuse(Refusal.BadIpWhitelist)
            : hours.Length > 0 && open is null ? Refuse(Refusal.BadOpeningHours)
            : new(state.Go(CasScreen.Terminals), s => s.Do(new ChangeRules(new(given, whitelist, open))));

        CasStep Refuse(Refusal refusal) => new(state with { Message = refusal.Text() });
    }

    private static CasStep SaveIpWhitelist(CasState state) => AddressesIn(state) is { } addresses
        ? new(state.Go(CasScreen.Terminals), s => s.Do(new SetIpWhitelist(state.Serial, addresses)))
        : new(state with { Message = Refusal.BadIpWhitelist.Text() });

    /// <summary>The addresses that are typed; null when one of them is none.</summary>
    private static ImmutableList<string>? AddressesIn(CasState state)
    {
        var typed = state.In(CasFields.IpWhitelist)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToImmutableList();
        return typed.All(a => System.Net.IPAddress.TryParse(a, out var ip) && ip.ToString() == a) ? typed : null;
    }
}
