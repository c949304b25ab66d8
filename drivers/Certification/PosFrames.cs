using Microsoft.Playwright;

namespace PairingLab.Drivers.Certification;

/// <summary>The frames of a page, the page itself among them, asked by the script that runs in each.</summary>
/// <param name="page">The page now.</param>
internal sealed class PosFrames(Func<IPage> page)
{
    /// <summary>Asks every frame for numbers, one for each text, and adds up those of frames that can be seen.</summary>
    public async Task<int[]> CountAsync(string script, IReadOnlyList<string> texts)
    {
        var sum = new int[texts.Count];
        foreach (var frame in page().Frames)
        {
            var counts = await AskAsync(frame, script, texts, Array.Empty<int>());
            if (counts.Length == sum.Length && counts.Any(c => c > 0) && await IsSeenAsync(frame))
            {
                sum = [.. sum.Zip(counts, (a, b) => a + b)];
            }
        }

        return sum;
    }

    /// <summary>Whether a frame can be seen in the page, and so all frames that it is in.</summary>
    public async Task<bool> IsSeenAsync(IFrame? frame)
    {
        for (; frame?.ParentFrame is { } parent; frame = parent)
        {
            if (!await (await frame.FrameElementAsync()).EvaluateAsync<bool>("e => window.pairingLab.elementSeen(e)"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Asks a frame; a page that is just going to its next address can't be asked, the next one can.</summary>
    public async Task<T> AskAsync<T>(IFrame frame, string script, object? argument, T otherwise)
    {
        for (var tries = 0; tries < 5 && !frame.IsDetached; tries++)
        {
            try
            {
                return await frame.EvaluateAsync<T>(script, argument);
            }
            catch (PlaywrightException) when (!page().IsClosed)
            {
                await page().WaitForLoadStateAsync(LoadState.DOMContentLoaded);
            }
        }

        return otherwise;
    }
}
