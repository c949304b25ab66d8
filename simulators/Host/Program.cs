using PairingLab.Host.Commands;

return await CommandLine.RunAsync(args, new LabConsole(Console.Out, Console.Error, Console.IsOutputRedirected));
