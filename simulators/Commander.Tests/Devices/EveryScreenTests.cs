using PairingLab.Commander.Devices.ConfigurationClient;
using PairingLab.Commander.Devices.Workstation;

namespace PairingLab.Commander.Tests.Devices;

/// <summary>Every screen × command pair of the devices is decided; what is offered does something, what is not does nothing.</summary>
public sealed class EveryScreenTests
{
    private static readonly CommanderSettings Settings = new();
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly ClientLogic Client = new("client-1", Settings);


    private static readonly WorkstationLogic Workstation =
        new(new("pos-1", CommanderSystem.WorkstationKind, "commander", "Topaz"), "53.29", Settings);

    private static readonly WorkstationReply[] Replies =
    [
        new WorkstationReply.CertificateGiven("pem", Now.AddDays(365)), new WorkstationReply.Done(), new WorkstationReply.HelpdeskAsks(2),
        new WorkstationReply.LinkUp(), new WorkstationReply.NoAnswer(), new WorkstationReply.OtpGiven("0815"),
        new WorkstationReply.Refused("another_is_pairing"), new WorkstationReply.SessionGiven("s", Now.AddMinutes(3)),
        new WorkstationReply.SoftwareIs("53.35"), new WorkstationReply.TrustRefused(),
    ];

    private static readonly LinkState[] Links =
    [
        new(),
        new() { LookAt = Now.AddMinutes(1), AsksSoftware = true },
        new() { IsWanted = true },
        new() { IsWanted = true, IsUp = true },
        new() { IsWanted = true, IsUp = true, HeartbeatAt = Now, RenewingOver = 0, AsksOtp = true, Sales = [0] },
    ];

    private static IEnumerable<WorkstationState> Workstations =>
        from screen in Enum.GetValues<WorkstationScreen>()
        from alert in Enum.GetValues<PairingAlert>()
        from link in Links
        from typed in new[] { "", "A1", "A1C2d3" }
        from until in new DateTimeOffset?[] { null, Now.AddDays(300), Now.AddDays(-1) }
        select new WorkstationState(new("53.29", PairingMode: false, until, until?.AddDays(-14), RenewalAnnounced: false, alert, []))
        {
            Screen = screen,
            Link = link,
            Typed = typed,
            Session = "s",
            Cancelled = ["old"],
            HelpdeskLines = [1],
            Credentials = "pem",
        };

    private static IEnumerable<ClientState> Clients =>
        from screen in Enum.GetValues<ClientScreen>()
        from message in new[] { null, new ClientMessage("T", "t", ClientScreen.Menu) }
        from waiting in new[] { null, new ClientRequest(ClientFunction.GenerateOtp, "token", null) }
        from processing in new DateTimeOffset?[] { null, Now.AddSeconds(2) }
        from pairing in new[] { false, true }
        select Filled(new ClientState
        {
            Screen = screen,
            Message = message,
            Waiting = waiting,
            ProcessingUntil = processing,
            HasPairing = pairing,
            HasOtpByMail = pairing,
            Expired = pairing ? new("cashier", "old") : null,
            MayUseSiteSecurity = pairing,
            Users = [new("cashier", "Cashier", SiteSecurity: false, DisallowLogin: false)],
            Edited = new(
                "cashier", "Cashier", SiteSecurity: pairing, DisallowLogin: pairing, MustChangePassword: pairing,
                pairing ? new("cashier@site.example", SendOtp: processing is null) : null),
        });

    [Fact]
    public void Every_reply_to_a_workstation_has_a_sample() =>
        Replies.Select(r => r.GetType()).ShouldBe(typeof(WorkstationReply).GetNestedTypes(), ignoreOrder: true);

    [Fact]
    public void Every_request_is_made_and_every_reply_is_taken_on_every_workstation_screen_and_every_screen_has_a_panel()
    {
        var made = new HashSet<Type>();
        foreach (var state in Workstations)
        {
            foreach (var request in Workstation.Wants(state))
            {
                made.Add(request.GetType());
                foreach (var reply in Replies)
                {
                    Workstation.Show(Workstation.Receive(state, request, reply, Now)).Title.ShouldNotBeEmpty();
                }
            }
        }

        made.ShouldBe(typeof(WorkstationRequest).GetNestedTypes(), ignoreOrder: true);
    }

    [Fact]
    public void Every_button_of_a_workstation_does_something_exactly_while_it_is_offered()
    {
        var all = Workstations.SelectMany(s => Workstation.Show(s).Buttons).Select(b => b.Name).Append("Nonsense").ToHashSet();
        var steady = Workstations.Where(s => s.Memory.TrustedUntil != Now.AddDays(-1) && s.Link is { AsksOtp: false, HeartbeatAt: null });
        foreach (var state in steady)
        {
            var live = Workstation.Show(state).Buttons.Where(b => b.Enabled).Select(b => b.Name).ToHashSet();
            foreach (var button in all)
            {
                (button, Workstation.Press(state, button, Now) != state).ShouldBe((button, live.Contains(button)), state.Screen.ToString());
            }
        }
    }

    /// <summary>Or its timer would fire again and again at the same moment: it did, after a year without power.</summary>
    [Fact]
    public void Once_time_has_passed_a_workstations_next_deadline_lies_ahead()
    {
        foreach (var state in Workstations)
        {
            (Workstation.NextDue(Workstation.Due(state, Now)) ?? DateTimeOffset.MaxValue).ShouldBeGreaterThan(Now);
        }
    }

    [Fact]
    public void Every_button_of_a_client_does_something_exactly_while_it_is_offered()
    {
        var all = Clients.SelectMany(s => ClientPanel.Of("client-1", s).Buttons).Select(b => b.Name).Append("Nonsense").ToHashSet();
        foreach (var state in Clients)
        {
            var live = ClientPanel.Of("client-1", state).Buttons.Where(b => b.Enabled).Select(b => b.Name).ToHashSet();
            foreach (var button in all)
            {
                (Client.Press(state, button, Now) != state).ShouldBe(live.Contains(button), button);
            }
        }
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData("081", "081", false)]
    [InlineData("08a15", "0815", true)]
    [InlineData("081547", "0815", true)]
    public void The_box_for_the_site_security_otp_takes_four_digits_and_ok_no_less(string typed, string stands, bool ok)
    {
        var state = Client.Type(new() { Screen = ClientScreen.OneTimePassword }, ClientFields.Otp, typed);

        state.Text(ClientFields.Otp).ShouldBe(stands);
        ClientPanel.Of("client-1", state).Buttons.Single(b => b.Name == "Ok").Enabled.ShouldBe(ok);
        (Client.Press(state, "Ok", Now).Waiting is not null).ShouldBe(ok);
    }

    private static ClientState Filled(ClientState state) =>
        new[]
        {
            ClientFields.User, ClientFields.Password, ClientFields.Otp, ClientFields.Base, ClientFields.Email, ClientFields.NewPassword,
        }
            .Aggregate(state, (s, f) => Client.Type(s, f, f == ClientFields.Otp ? "0815" : "x"));
}
