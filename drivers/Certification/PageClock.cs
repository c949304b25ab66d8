using Microsoft.Playwright;

namespace PairingLab.Drivers.Certification;

/// <summary>The clock of a POS's page in the browser, put forward second by second, so that what is due in between is done.</summary>
internal sealed class PageClock(PosPage page) : IPosClock
{
    private const int Second = 1000;

    private bool held;

    /// <inheritdoc />
    public TimeSpan Tolerance => TimeSpan.FromSeconds(2);

    private IClock Clock => page.Page.Context.Clock;

    /// <inheritdoc />
    public async Task HoldAsync()
    {
        // The page's clock runs on while the browser is told when to stop it: a moment that has passed by then is refused.
        for (var ahead = 20; !held; ahead *= 4)
        {
            var now = await page.Page.EvaluateAsync<double>("() => Date.now()");
            try
            {
                await Clock.PauseAtAsync(DateTimeOffset.FromUnixTimeMilliseconds((long)now + ahead).UtcDateTime);
                held = true;
            }
            catch (PlaywrightException e) when (ahead < Second && e.Message.Contains("to the past", StringComparison.Ordinal))
            {
                // Further ahead; still within what a rule tolerates.
            }
        }
    }

    /// <inheritdoc />
    public async Task ReleaseAsync()
    {
        if (held)
        {
            held = false;
            await Clock.ResumeAsync();
        }
    }

    /// <inheritdoc />
    public async Task PassAsync(TimeSpan span, Func<bool> until)
    {
        for (var left = (long)span.TotalMilliseconds; left > 0 && !until(); left -= Second)
        {
            await Clock.RunForAsync(Math.Min(left, Second));
            await page.SettleAsync();
        }
    }
}
