using System.Net.Sockets;
using PairingLab.Host.Commands;

namespace PairingLab.Host.Certify;

/// <summary>Whether somebody listens where a POS is said to be. It is asked before anything is built or a browser waits for it.</summary>
internal static class PosReach
{
    /// <summary>The patience with an address that swallows what is sent to it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Throws when nobody listens there, or the file of a page is missing.</summary>
    /// <exception cref="CommandException">What is wrong, and what would be right.</exception>
    public static async Task CheckAsync(Uri page, CancellationToken interrupted)
    {
        if (page.IsFile)
        {
            if (!File.Exists(page.LocalPath))
            {
                throw new CommandException($"there is no page of a POS at {page.LocalPath}; name the file that has it");
            }

            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(page.DnsSafeHost, page.Port, limit.Token).AsTask().WaitAsync(limit.Token);
        }
        catch (SocketException e)
        {
            throw Unreachable(page, e.Message);
        }
        catch (OperationCanceledException) when (!interrupted.IsCancellationRequested)
        {
            throw Unreachable(page, $"no answer within {Patience.TotalSeconds} s");
        }
    }

    private static CommandException Unreachable(Uri page, string why) =>
        new($"the POS at {page} can't be reached: {why}; start it, or give the address of its page with --pos");
}
