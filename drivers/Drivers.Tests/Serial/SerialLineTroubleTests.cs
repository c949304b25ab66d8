using System.Net;
using System.Net.Sockets;

namespace PairingLab.Drivers.Serial;

public class SerialLineTroubleTests
{
    private const int AccessDenied = 13; // EACCES

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

    [Fact]
    public async Task A_missing_path_lists_the_ports_that_exist()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "paths of Linux");
        using var pair = await TtyPair.OpenAsync();
        var trouble = await Should.ThrowAsync<SerialLineException>(() => SerialLine.OpenAsync("/dev/ttyNONE7"));
        trouble.Problem.ShouldBe(SerialProblem.NoSuchPath);
        trouble.Message.ShouldStartWith("There is no serial port at /dev/ttyNONE7; there are: ");
        trouble.Message.ShouldContain("/dev/");
    }

    [Fact]
    public async Task A_file_or_a_folder_is_no_port()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "paths of Linux");
        using var scratch = new Scratch();
        var file = scratch.Path("file");
        await File.WriteAllTextAsync(file, "");
        foreach (var path in new[] { file, scratch.Folder, "/dev/null" })
        {
            var trouble = await Should.ThrowAsync<SerialLineException>(() => SerialLine.OpenAsync(path));
            trouble.Message.ShouldStartWith($"{path} is not a serial port");
            trouble.Problem.ShouldBe(SerialProblem.NotATerminal, path);
        }
    }

    [Fact]
    public async Task No_permission_names_the_group_and_the_command()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "groups of Linux");
        var trouble = PortTrouble.OfErrorNumber("/dev/tty", AccessDenied, "Permission denied"); // every Linux has one, of group tty
        trouble.Problem.ShouldBe(SerialProblem.NoPermission);
        var group = (await Tool.AskAsync(Tool.PathOrSkip("stat"), "-c", "%G", "/dev/tty")).Trim();
        group.ShouldNotBeEmpty();
        trouble.Message.ShouldContain($"it belongs to group {group}: sudo usermod -aG {group} ");
    }

    [Theory]
    [InlineData(2, SerialProblem.NoSuchPath)] // ENOENT
    [InlineData(1, SerialProblem.NoPermission)] // EPERM
    [InlineData(AccessDenied, SerialProblem.NoPermission)]
    [InlineData(16, SerialProblem.Busy)] // EBUSY
    [InlineData(21, SerialProblem.NotATerminal)] // EISDIR
    [InlineData(25, SerialProblem.NotATerminal)] // ENOTTY
    [InlineData(6, SerialProblem.Unsupported)] // ENXIO
    [InlineData(5, SerialProblem.Unsupported)] // EIO
    public void Every_error_number_becomes_a_line_that_names_the_path(int error, SerialProblem problem)
    {
        var trouble = PortTrouble.OfErrorNumber("/dev/ttyUSB0", error, "text of the system");
        trouble.Problem.ShouldBe(problem);
        trouble.Message.ShouldContain("/dev/ttyUSB0");
    }
}
