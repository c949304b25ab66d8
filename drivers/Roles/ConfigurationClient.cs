using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Roles;

/// <summary>Somebody at a Configuration Client, who also looks at the Commander's status display. Texts: seed 000_f8be18cc1b9990f5.</summary>
public sealed class ConfigurationClient(IPanel panel, IStatusDisplay display, IWitness witness)
{
    private const string Processing = "Processing request. Please Wait...";
    private const string OtpDialog = "Pairing session OTP";

    /// <summary>The panel itself.</summary>
    public IPanel Panel => panel;

    /// <summary>The Site Security OTP that was read last; null before the first.</summary>
    public string? SiteOtp { get; private set; }

    /// <summary>The Pairing OTP that was retrieved last; null before the first.</summary>
    public string? PairingOtp { get; private set; }

    /// <summary>Signs in and waits for what comes of it.</summary>
    public async Task<PanelReading> SignInAsync(string user, string password)
    {
        witness.Secret(password);
        await panel.WaitUntilAsync(p => p.Field("Password") is not null, "the sign-in").ConfigureAwait(false);
        await panel.EnterAsync("User Name", user).ConfigureAwait(false);
        await panel.EnterAsync("Password", password).ConfigureAwait(false);
        return await DoAsync("Sign In").ConfigureAwait(false);
    }

    /// <summary>Whether it asks for a user name and password.</summary>
    public Task<bool> AsksToSignInAsync() => panel.ShowsAsync(p => p.Field("Password") is not null, "the sign-in");

    /// <summary>Whether Site Security is open.</summary>
    public Task<bool> IsInSiteSecurityAsync() => panel.ShowsAsync(p => p.Title == "Site Security", "the screen \"Site Security\"");

    /// <summary>Lets a person sign in with a password of their own, which the lab need not know.</summary>
    public Task LetSignInAsync(string role) =>
        panel.WaitUntilAsync(p => p.Field("Password") is null, $"that you are signed in as {role}", TimeSpan.FromMinutes(5));

    /// <summary>Security > Site Security.</summary>
    public async Task<PanelReading> GoToSiteSecurityAsync()
    {
        await panel.PressWhenOfferedAsync("Security").ConfigureAwait(false);
        return await panel.PressWhenOfferedAsync("Site Security").ConfigureAwait(false);
    }

    /// <summary>[Generate OTP], its confirmation, [Ok].</summary>
    public async Task GenerateSiteOtpAsync()
    {
        await DoAsync("Generate OTP").ConfigureAwait(false);
        await panel.WaitUntilItSaysAsync("OTP has been generated.").ConfigureAwait(false);
        await panel.PressAsync("Ok").ConfigureAwait(false);
    }

    /// <summary>Reads the OTP from the status display.</summary>
    public async Task<string> ReadSiteOtpAsync(TimeSpan? limit = null)
    {
        SiteOtp = await display.ReadSiteOtpAsync(limit).ConfigureAwait(false);
        witness.Secret(SiteOtp);
        return SiteOtp;
    }

    /// <summary>Enters the four digits and presses [Ok].</summary>
    public async Task<PanelReading> EnterSiteOtpAsync(string otp)
    {
        await panel.WaitUntilAsync(p => p.Field("OTP") is not null, "the One-Time Password dialog box").ConfigureAwait(false);
        await panel.EnterAsync("OTP", otp).ConfigureAwait(false);
        return await DoAsync("Ok").ConfigureAwait(false);
    }

    /// <summary>From the menu to an open Site Security.</summary>
    public async Task OpenSiteSecurityAsync()
    {
        await GoToSiteSecurityAsync().ConfigureAwait(false);
        await panel.WaitUntilTitledAsync("One-Time Password").ConfigureAwait(false);
        await GenerateSiteOtpAsync().ConfigureAwait(false);
        await EnterSiteOtpAsync(await ReadSiteOtpAsync().ConfigureAwait(false)).ConfigureAwait(false);
        await panel.WaitUntilTitledAsync("Site Security").ConfigureAwait(false);
    }

    /// <summary>[Start Pairing Service], its confirmation, [Ok].</summary>
    public async Task StartPairingServiceAsync()
    {
        await DoAsync("Start Pairing Service").ConfigureAwait(false);
        await panel.WaitUntilItSaysAsync("Pairing service is started").ConfigureAwait(false);
        await panel.PressAsync("Ok").ConfigureAwait(false);
    }

    /// <summary>[Retrieve Pairing OTP] and what comes of it; the dialog box stays open.</summary>
    public async Task<PanelReading> TryRetrievePairingOtpAsync()
    {
        var reading = await DoAsync("Retrieve Pairing OTP").ConfigureAwait(false);
        if (await panel.ShowsAsync(p => p.Title == OtpDialog, $"the screen \"{OtpDialog}\"").ConfigureAwait(false))
        {
            PairingOtp = await panel.TellAsync(p => p.Texts.FirstOrDefault(), "the Pairing OTP").ConfigureAwait(false);
            witness.Secret(PairingOtp);
        }

        return reading;
    }

    /// <summary>[Retrieve Pairing OTP], the OTP is noted, [Ok].</summary>
    public async Task<string> RetrievePairingOtpAsync()
    {
        PairingOtp = null;
        var reading = await TryRetrievePairingOtpAsync().ConfigureAwait(false);
        var otp = PairingOtp ?? throw new PanelTimeoutException($"no Pairing session OTP was given; {reading}");
        await panel.PressAsync("Ok").ConfigureAwait(false);
        return otp;
    }

    /// <summary>Presses a button and waits until the Commander has answered.</summary>
    public async Task<PanelReading> DoAsync(string button)
    {
        await panel.PressWhenOfferedAsync(button).ConfigureAwait(false);
        return await panel.WaitUntilAsync(p => !p.Says(Processing), "an answer of the Commander", TimeSpan.FromMinutes(1)).ConfigureAwait(false);
    }
}
