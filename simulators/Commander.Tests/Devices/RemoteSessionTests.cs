using System.Net.Sockets;
using System.Text;
using PairingLab.Commander.Devices.Workstation;
using PairingLab.Kernel.Network;

namespace PairingLab.Commander.Tests.Devices;

/// <summary>The Helpdesk's port of a workstation, and who else finds it.</summary>
public sealed class RemoteSessionTests : IDisposable
{
    private readonly RemoteSession session = new(Listening.OnLoopback);
    private readonly List<TcpClient> clients = [];

    public RemoteSessionTests() => _ = session.ServeAsync(line => session.Answer(line, "53.29"));

    public void Dispose()
    {
        clients.ForEach(c => c.Dispose());
        session.Dispose();
    }

    [Fact]
    public async Task Each_line_is_answered()
    {
        using var reader = await OpenAsync("dir\r\nexit\r\n");
        (await RestAsync(reader)).ShouldBe("53.29\r\n53.29\r\n");
    }

    [Fact]
    public async Task A_line_that_never_ends_is_refused_and_the_next_visitor_is_served()
    {
        using (var reader = await OpenAsync(new string('x', 256) + "\r\n" + new string('x', 257)))
        {
            (await RestAsync(reader)).ShouldBe("53.29\r\n53.29\r\na line has at most 256 characters\r\n");
        }

        using var next = await OpenAsync("exit\r\n");
        (await RestAsync(next)).ShouldBe("53.29\r\n");
    }

    [Fact]
    public async Task A_crowd_of_visitors_is_refused_and_served_again_when_one_has_gone()
    {
        for (var visitor = 0; visitor < RemoteSession.MostVisitors; visitor++)
        {
            using var reader = await OpenAsync("");
            (await LineAsync(reader)).ShouldBe("53.29");
        }

        using (var reader = await OpenAsync(""))
        {
            (await RestAsync(reader)).ShouldBe("too many sessions; close another one first\r\n");
        }

        using (var reader = await OpenAsync("", close: 0))
        {
            (await LineAsync(reader)).ShouldBe("53.29");
        }
    }

    private static Task<string> RestAsync(StreamReader reader) =>
        reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

    private static Task<string?> LineAsync(StreamReader reader) =>
        reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

    /// <summary>Opens a session and types; the text as it comes back.</summary>
    /// <param name="typed">What is typed.</param>
    /// <param name="close">The visitor who leaves before; null for nobody.</param>
    private async Task<StreamReader> OpenAsync(string typed, int? close = null)
    {
        if (close is { } gone)
        {
            // Has left for certain once the port has closed its side too.
            using var rest = new StreamReader(clients[gone].GetStream());
            clients[gone].Client.Shutdown(SocketShutdown.Send);
            (await RestAsync(rest)).ShouldBeEmpty();
        }

        var client = new TcpClient();
        clients.Add(client);
        var address = new Uri(session.Address);
        await client.ConnectAsync(address.Host, address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(typed));
        return new(client.GetStream(), leaveOpen: true);
    }
}
