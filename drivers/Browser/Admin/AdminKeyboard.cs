using Microsoft.Playwright;

namespace PairingLab.Drivers.Browser.Admin;

/// <summary>
/// A page in the hands of somebody who has a keyboard and no mouse: whatever Tab does not reach, or does not show that it reached, is not
/// there.
/// </summary>
/// <param name="page">The page.</param>
internal sealed class AdminKeyboard(IPage page)
{
    /// <summary>More stops than the longest form has.</summary>
    private const int MostStops = 300;

    private const string Focus = "e => e !== document.activeElement ? '' : getComputedStyle(e).outlineStyle === 'none' ? 'unseen' : 'seen'";

    /// <summary>Presses Tab until the focus is on it, for everybody to see.</summary>
    public async Task ReachAsync(ILocator wanted, float patience)
    {
        await wanted.WaitForAsync(new() { Timeout = patience, State = WaitForSelectorState.Attached });
        for (var stop = 0; stop < MostStops; stop++)
        {
            switch (await wanted.EvaluateAsync<string>(Focus))
            {
                case "seen":
                    return;
                case "unseen":
                    throw new InvalidOperationException($"{wanted} has the focus, and nobody can see that");
                default:
                    await page.Keyboard.PressAsync("Tab");
                    break;
            }
        }

        throw new InvalidOperationException($"Tab does not reach {wanted}");
    }

    /// <summary>Presses what has been reached.</summary>
    public async Task PressAsync(ILocator wanted, float patience)
    {
        await ReachAsync(wanted, patience);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Types over what stands in a field.</summary>
    public async Task TypeAsync(ILocator field, string text, float patience)
    {
        await ReachAsync(field, patience);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Delete");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Ticks a box, or takes the tick away.</summary>
    public async Task TickAsync(ILocator box, bool on, float patience)
    {
        await ReachAsync(box, patience);
        if (await box.IsCheckedAsync() != on)
        {
            await page.Keyboard.PressAsync("Space");
        }
    }

    /// <summary>Goes down a list of choices.</summary>
    public async Task SelectAsync(ILocator list, string choice, float patience)
    {
        await ReachAsync(list, patience);
        await page.Keyboard.PressAsync("Home");
        for (var left = await list.EvaluateAsync<int>("e => e.options.length"); left > 0; left--)
        {
            if (await list.EvaluateAsync<string>("e => e.selectedOptions[0].text") == choice)
            {
                return;
            }

            await page.Keyboard.PressAsync("ArrowDown");
        }

        throw new InvalidOperationException($"{list} has no choice {choice}");
    }
}
