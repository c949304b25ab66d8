using PairingLab.Commander.Devices.ConfigurationClient;
using PairingLab.Commander.Devices.Workstation;
using PairingLab.Commander.Devices.Workstation.Commands;

namespace PairingLab.Commander.Tests.Devices;

/// <summary>Every screen × command pair of the devices is decided; what is offered does something, what is not does nothing.</summary>
public sealed class EveryScreenTests
{
    private static readonly CommanderSettings Settings = new();
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly IWorkstationCommand[] Commands =
    [
        new CertificateIssued(Now.AddDays(365)), new LinkLost(), new LinkOpened(), new NewerSoftware("53.35"), new NoAnswer(3),
        new OtpGiven("0815"), new PairingDone(3, Now.AddDays(365)), new PairingRefused(3), new PassTime(), new PowerOn(), new PressButton("OK"),
        new SaleAnswered(Taken: true), new SessionGiven(3, "s", Now.AddMinutes(3)), new SessionRefused(3, "another_is_pairing"), new TrustRefused(),
        new TypeOtp("A1C2d3"), new UpgradeEnded(ReadyToPair: true), new UpgradeEnded(ReadyToPair: false),
    ];

    private static IEnumerable<WorkstationState> Workstations =>
        from screen in Enum.GetValues<WorkstationScreen>()
        from alert in Enum.GetValues<PairingAlert>()
        from linked in new[] { false, true }
        from typed in new[] { "", "A1", "A1C2d3" }
        from until in new DateTimeOffset?[] { null, Now.AddDays(300), Now.AddDays(-1) }
        select new WorkstationState
        {
            Screen = screen,
            Alert = alert,
            Linked = linked,
            Typed = typed,
            Session = "s",
            Attempt = 3,
            TrustedUntil = until,
            RenewFrom = until?.AddDays(-14),
        };

    private static IEnumerable<ClientState> Clients =>
        from screen in Enum.GetValues<ClientScreen>()
        from message in new[] { null, new ClientMessage("T", "t", ClientScreen.Menu) }
        from waiting in new ClientRequest?[] { null, ClientRequest.GenerateOtp }
        select Filled(new ClientState { Screen = screen, Message = message, Waiting = waiting });

    [Fact]
    public void Every_workstation_command_has_a_sample() =>
        Commands.Select(c => c.GetType()).Distinct().ShouldBe(
            typeof(IWorkstationCommand).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IWorkstationCommand))), ignoreOrder: true);

    [Fact]
    public void Every_command_is_decided_on_every_workstation_screen_and_every_screen_has_a_panel()
    {
        foreach (var state in Workstations)
        {
            foreach (var command in Commands)
            {
                var after = DecideWorkstation.On(state, command, Now, Settings).Aggregate(state, EvolveWorkstation.After);
                WorkstationPanel.Of("pos-1", after).Title.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void Every_button_of_a_workstation_does_something_exactly_while_it_is_offered()
    {
        var all = Workstations.SelectMany(s => WorkstationPanel.Of("pos-1", s).Buttons).Select(b => b.Name).Append("Nonsense").ToHashSet();
        foreach (var state in Workstations.Where(s => s.TrustedUntil != Now.AddDays(-1)))
        {
            var live = WorkstationPanel.Of("pos-1", state).Buttons.Where(b => b.Enabled).Select(b => b.Name).ToHashSet();
            foreach (var button in all)
            {
                var events = DecideWorkstation.On(state, new PressButton(button), Now, Settings);
                (button, events.Count > 0).ShouldBe((button, live.Contains(button)), state.Screen.ToString());
            }
        }
    }

    /// <summary>Or its timer would fire again and again at the same moment: it did, after a year without power.</summary>
    [Fact]
    public void Once_time_has_passed_a_workstations_next_deadline_lies_ahead()
    {
        foreach (var state in Workstations)
        {
            var after = DecideWorkstation.On(state, new PassTime(), Now, Settings).Aggregate(state, EvolveWorkstation.After);
            (WorkstationPassing.NextDeadline(after) ?? DateTimeOffset.MaxValue).ShouldBeGreaterThan(Now);
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
                (ClientDecisions.Press(state, button) != state).ShouldBe(live.Contains(button), button);
            }
        }
    }

    private static ClientState Filled(ClientState state) =>
        new[] { ClientFields.User, ClientFields.Password, ClientFields.Otp, ClientFields.Base }.Aggregate(state, (s, f) => ClientDecisions.Type(s, f, "x"));
}
