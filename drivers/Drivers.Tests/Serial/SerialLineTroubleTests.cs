using System.Net;
using System.Net.Sockets;

namespace PairingLab.Drivers.Serial;

public class SerialLineTroubleTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("tcp:")]
    [InlineData("tcp://")]
    [InlineData("tcp://host")]
    [InlineData("tcp://host:0")]
    [InlineData("tcp://host:99999")]
    [InlineData("tcp://host:12/x")]
    [InlineData("tcp://:3001")]
    [InlineData("TCP://host:port")]
    public async Task A_bad_address_is_told_what_would_be_right(string address)
    {
        var trouble = await Should.ThrowAsync<SerialLineException>(() => SerialLine.OpenAsync(address));
        trouble.Problem.ShouldBe(SerialProblem.BadAddress);
        trouble.Message.ShouldContain("tcp://host:port");
        trouble.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_refused_connection_names_the_address()
    {
        var address = $"tcp://127.0.0.1:{FreePort.Next()}";
        var trouble = await Should.ThrowAsync<SerialLineException>(() => SerialLine.OpenAsync(address));
        trouble.Problem.ShouldBe(SerialProblem.Unreachable);
        trouble.Message.ShouldContain($"Nothing listens at {address}");
    }

    [Fact]
    public async Task A_closed_connection_ends_the_reading()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var line = await SerialLine.OpenAsync($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        using (var peer = await listener.AcceptSocketAsync())
        {
            await peer.SendAsync("ab"u8.ToArray());
        }

        (await Patience.ReadAsync(line, 3)).ShouldBe("ab"u8.ToArray());
    }

    [SkippableFact]
    public async Task A_missing_path_lists_the_ports_that_exist()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "paths of Linux");
        using var pair = await TtyPair.OpenAsync();
        var trouble = await Should.ThrowAsync<SerialLineException>(() => SerialLine.OpenAsync("/dev/ttyNONE7"));
        trouble.Problem.ShouldBe(SerialProblem.NoSuchPath);
        trouble.Message.ShouldStartWith("There is no serial port at /dev/ttyNONE7; there are: ");
        trouble.Message.ShouldContain("/dev/");
    }

    [SkippableFact]
    public async Task A_file_or_a_folder_is_no_port()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "paths of Linux");
        using var scratch = new Scratch();
        var file = scratch.Path("file");
        await File.WriteAllTextAsync(file, "");
        foreach (var path in new[] { file, scratch.Folder, "/dev/null" })
        {
            var trouble = await Should.ThrowAsync<SerialLineException>(() => SerialLine.OpenAsync(path));
            trouble.Message.ShouldContain(path);
            trouble.Problem.ShouldBe(SerialProblem.NotATerminal, path);
        }
    }

    [SkippableFact]
    public void No_permission_names_the_group_and_the_command()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "groups of Linux");
        var trouble = TerminalFile.Trouble("/dev/tty", Libc.AccessDenied); // every Linux has one, of group tty
        trouble.Problem.ShouldBe(SerialProblem.NoPermission);
        var group = FileOwner.GroupOf("/dev/tty");
        trouble.Message.ShouldContain($"it belongs to group {group}: sudo usermod -aG {group} ");
    }

    [Theory]
    [InlineData(Libc.NoEntry, SerialProblem.NoSuchPath)]
    [InlineData(Libc.NotPermitted, SerialProblem.NoPermission)]
    [InlineData(Libc.InUse, SerialProblem.Busy)]
    [InlineData(Libc.IsAFolder, SerialProblem.NotATerminal)]
    [InlineData(Libc.NoDevice, SerialProblem.Unsupported)]
    [InlineData(5, SerialProblem.Unsupported)]
    public void Every_error_number_becomes_a_line_that_names_the_path(int error, SerialProblem problem)
    {
        var trouble = TerminalFile.Trouble("/dev/ttyUSB0", error);
        trouble.Problem.ShouldBe(problem);
        trouble.Message.ShouldContain("/dev/ttyUSB0");
    }
}
