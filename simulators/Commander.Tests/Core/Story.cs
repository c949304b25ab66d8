using PairingLab.Commander.Core;

namespace PairingLab.Commander.Tests.Core;

/// <summary>A Commander's core, told what happens when; times count from the beginning of the story.</summary>
internal sealed class Story
{
    /// <summary>Nobody is signed out by being left alone, unless the story is about that.</summary>
    public static readonly CommanderSettings Patient = new() { SignInIdles = TimeSpan.FromDays(1000) };

    private readonly CommanderSettings settings;
    private CommanderState state = CommanderState.New;

    public Story(CommanderSettings? settings = null)
    {
        this.settings = settings ?? Patient;
        At("0:00", new SignInUser("me", "manager", PasswordRight: true, MayUseSiteSecurity: true));
    }

    /// <summary>Site Security is open and the Pairing Service started, both at 0:00.</summary>
    public static Story WithService() =>
        new Story().At("0:00", new GenerateSiteOtp("me", "0815")).At("0:00", new EnterSiteOtp("me", "0815"))
            .At("0:00", new StartPairingService("me"));

    /// <summary>pos-1 is paired at 0:00, with a certificate that ends after so many days.</summary>
    public static Story WithPaired(int days) => WithService().At("0:00", Begin("s1")).At("0:00", new RetrievePairingOtp("me"))
        .At("0:00", new CompletePairing("s1", ProofRight: true, "AA", States.Now.AddDays(days)));

    public static BeginPairing Begin(string session, string workstation = "pos-1") => new(session, workstation, IsVerifone: true, "A1C2d3");

    /// <summary>Does a command at a time, "minutes:seconds" after the beginning.</summary>
    public Story At(string time, ICommanderCommand command)
    {
        _ = Try(Span(time), command);
        return this;
    }

    /// <summary>Does a command; why it was refused, null when it was not.</summary>
    public Refusal? Try(TimeSpan at, ICommanderCommand command)
    {
        var events = CommanderCore.Decide(state, command, States.Now + at, settings);
        state = events.Aggregate(state, CommanderCore.Apply);
        return events.OfType<Refused>().SingleOrDefault()?.Reason;
    }

    private static TimeSpan Span(string time)
    {
        var parts = time.Split(':');
        return TimeSpan.FromMinutes(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture))
            + TimeSpan.FromSeconds(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
