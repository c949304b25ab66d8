using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.Workstation;

namespace PairingLab.Commander.Tests.Exploration;

/// <content>What people do at the site.</content>
internal sealed partial class Site
{
    private static TimeSpan[] Edges =>
    [
        TimeSpan.FromSeconds(1), Settings.MessageStays, Settings.BootTakes, Settings.AnswerPatience, Settings.RetrieveWindow,
        Settings.RetryWindow,
        Settings.EntryWindow, Settings.SiteOtpLifetime, Settings.ServiceWindow, Settings.LockLasts, TimeSpan.FromDays(1),
        Settings.RenewalWindow,
        Settings.CertificateLifetime - Settings.RenewalWindow, Settings.CertificateLifetime,
    ];

    /// <summary>How long a wait lasts: about one of the site's limits.</summary>
    public static TimeSpan WaitOf(Act act) =>
        Edges[act.Choice % Edges.Length] + TimeSpan.FromSeconds((act.Choice / Edges.Length % 3) - 1);

    public void Do(Act act)
    {
        var at = Workstations[act.Who % Workstations.Length];
        var client = act.Who % tokens.Length;
        var token = tokens[client] ?? "nobody";
        switch (act.Kind)
        {
            case ActKind.Wait:
                Wait(WaitOf(act));
                break;
            case ActKind.SignIn:
                SignIn(client, right: act.Choice % 4 != 0, manager: act.Choice % 3 != 0);
                break;
            case ActKind.SignOut:
                Do(new SignOutUser(token));
                break;
            case ActKind.OpenSiteSecurity:
                OpenSiteSecurity(client, asManager: act.Choice % 3 != 0);
                break;
            case ActKind.EnterSiteOtp:
                Do(act.Choice % 2 == 0 ? new GenerateSiteOtp(token, "0815")
                    : new EnterSiteOtp(token, act.Choice % 3 == 0 ? "0815" : "9999"));
                break;
            case ActKind.GuessSiteOtps:
                GuessSiteOtps(token);
                break;
            case ActKind.StartService:
                Do(new StartPairingService(token));
                break;
            case ActKind.Retrieve:
                Do(new RetrievePairingOtp(token));
                break;
            case ActKind.Revoke:
                Do(new RevokeAllTrust(token));
                break;
            case ActKind.Upgrade:
                Do(new AutoUpgrade(token, $"53.{30 + (act.Choice % 9)}"));
                break;
            default:
                DoAtWorkstation(act, at, client);
                break;
        }
    }

    private void DoAtWorkstation(Act act, SiteWorkstation at, int client)
    {
        switch (act.Kind)
        {
            case ActKind.PressFirstButton:
                Press(at, 0);
                break;
            case ActKind.PressAnyButton:
                Press(at, act.Choice);
                break;
            case ActKind.TypeRightOtp:
                Type(at, Commander.Session?.Otp ?? "000000");
                break;
            case ActKind.TypeWrongOtp:
                Type(at, "FFFFFF");
                break;
            case ActKind.PressOk:
                Press(at, "OK");
                break;
            case ActKind.CancelPairing:
                Press(at, "Cancel");
                break;
            case ActKind.PairToTheEnd:
                Pair(at, client);
                break;
            case ActKind.PairWrongly:
                ReachTheKeypad(at, client);
                Type(at, "FFFFFF");
                Press(at, "OK");
                break;
            case ActKind.RetrieveTwice:
                ReachTheKeypad(at, client);
                Do(new RetrievePairingOtp(tokens[client] ?? "nobody"));
                Wait(Settings.RetrieveWindow + TimeSpan.FromSeconds((act.Choice % 3) - 1));
                Do(new RetrievePairingOtp(tokens[client] ?? "nobody"));
                break;
            case ActKind.RetryAgainAndAgain:
                RetryAgainAndAgain(at, client);
                break;
            case ActKind.ReachTheKeypad:
                ReachTheKeypad(at, client);
                break;
            case ActKind.Link:
                WaitForLink(at);
                break;
            case ActKind.Sell:
                Press(at, "New Sale");
                Press(at, "Pay Cash");
                break;
            case ActKind.Renew:
                WaitForRenewal(at, act.Choice);
                Renew(at);
                break;
            default:
                DoToTheWires(act, at);
                break;
        }
    }

    private void DoToTheWires(Act act, SiteWorkstation at)
    {
        switch (act.Kind)
        {
            case ActKind.CutCable:
                at.CableCut = true;
                break;
            case ActKind.MendCable:
                at.CableCut = false;
                Send(at);
                break;
            case ActKind.LoseNextAnswer:
                at.NextAnswerIsLost = true;
                break;
            case ActKind.RebootWorkstation:
                Reboot(at);
                break;
            case ActKind.RebootCommander:
                RebootCommander();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act.Kind, "an act that nobody does");
        }
    }

    private void SignIn(int client, bool right, bool manager)
    {
        var id = $"sign-in {++counter}";
        if (Do(new SignInUser(id, manager ? "manager" : "cashier", right, manager)).OfType<UserSignedIn>().Any())
        {
            tokens[client] = id;
        }
    }

    private void OpenSiteSecurity(int client, bool asManager = true)
    {
        SignIn(client, right: true, manager: asManager);
        Do(new GenerateSiteOtp(tokens[client] ?? "nobody", "0815"));
        Do(new EnterSiteOtp(tokens[client] ?? "nobody", "0815"));
    }

    private void Press(SiteWorkstation at, string button) => Do(at, s => at.Logic.Press(s, button, Now));

    private void Type(SiteWorkstation at, string otp) => Do(at, s => at.Logic.Type(s, PairingKeypad.Field, otp));

    private void Press(SiteWorkstation at, int choice)
    {
        var live = at.Logic.Show(at.State).Buttons.Where(b => b.Enabled).ToList();
        if (live.Count > 0)
        {
            Press(at, live[choice % live.Count].Name);
        }
    }

    /// <summary>Sometimes until just before, at, or just after the moment from which a certificate may be renewed.</summary>
    private void WaitForRenewal(SiteWorkstation at, int choice)
    {
        var nearly = Settings.RenewalWindow - TimeSpan.FromSeconds((choice % 3) - 1);
        if (choice % 2 == 0 && at.State.Memory.TrustedUntil - Now - nearly is { Ticks: > 0 } left)
        {
            Wait(left);
        }

        WaitForLink(at);
    }

    /// <summary>Until it looks for its Commander.</summary>
    private void WaitForLink(SiteWorkstation at)
    {
        if (at.State.Link.LookAt is { } look)
        {
            Wait(look - Now);
        }
    }

    /// <summary>Asks for a new certificate, whether it is time or not.</summary>
    private void Renew(SiteWorkstation at) => Do(
        at,
        s => s.Link is { IsUp: true, RenewingOver: null } link ? s with { Link = link with { RenewingOver = link.Number } } : s);

    /// <summary>From wherever in the application it is.</summary>
    private void EnterPairingMode(SiteWorkstation at)
    {
        string[] way = ["Log in to Sales", "OK", "CSR Func", "Maintenance Menu", "Perform POS Pairing", "Yes"];
        foreach (var button in at.State.Memory.PairingMode ? [] : way)
        {
            Press(at, button);
        }

        Wait(Settings.MessageStays + Settings.BootTakes);
    }

    private void GuessSiteOtps(string token)
    {
        Do(new GenerateSiteOtp(token, "0815"));
        for (var guess = 0; guess <= Settings.WrongSiteOtpsBeforeLock; guess++)
        {
            Do(new EnterSiteOtp(token, "9999"));
        }
    }

    private void ReachTheKeypad(SiteWorkstation at, int client)
    {
        if (Commander.WrongSiteOtps.LockedAt(Now))
        {
            Wait(Settings.LockLasts);
        }

        OpenSiteSecurity(client);
        Do(new StartPairingService(tokens[client] ?? "nobody"));
        EnterPairingMode(at);
        Press(at, "Pair POS");
    }

    /// <summary>Each retry is in the two minutes of the one before; all of them together are not in the service's time.</summary>
    private void RetryAgainAndAgain(SiteWorkstation at, int client)
    {
        ReachTheKeypad(at, client);
        for (var retry = 0; retry < 9; retry++)
        {
            Press(at, "Cancel");
            Wait(Settings.RetryWindow - TimeSpan.FromSeconds(1));
            Press(at, "Pair POS");
        }
    }

    /// <summary>All that a person does in a row, as far as it goes.</summary>
    private void Pair(SiteWorkstation at, int client)
    {
        ReachTheKeypad(at, client);
        Do(new RetrievePairingOtp(tokens[client] ?? "nobody"));
        Type(at, Commander.Session?.Otp ?? "000000");
        Press(at, "OK");
        Press(at, "OK");
        Wait(Settings.MessageStays + Settings.BootTakes);
        Press(at, "Log in to Sales");
    }
}
