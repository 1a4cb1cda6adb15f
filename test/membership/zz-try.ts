import { SwimCluster } from './swim-cluster.ts';
for (const n of [3,10,20]) for (const [loss,delay,pause] of [[0.1,20,0],[0.3,20,0],[0,200,0],[0,5,400],[0,5,900],[0.1,50,400],[0,5,2500]] as const) {
  let sus=0,dead=0,secs=0;
  for (let seed=1; seed<=5; seed++) {
    const c = SwimCluster.settled(n,{seed});
    c.loss=loss; c.delayMs=delay; const t0=c.nowMs;
    for (let r=0;r<20;r++) {
      if (pause) { const v=`n${c.random.integer(n)}`; c.pause(v); c.run(pause); c.resume(v); c.run(1500);} else c.run(2000);
    }
    secs+=(c.nowMs-t0)/1000;
    for (const x of c.running()) for (const ch of x.changes) if (ch.atMs>t0) { if (ch.liveness==='suspect') sus++; if (ch.liveness==='dead') dead++; }
    c.loss=0;c.delayMs=5;
    if(!c.runUntil(()=>c.isConverged(),60000)) console.log('NOT CONVERGED',n,loss,delay,pause,seed);
  }
  console.log(n,'loss',loss,'delay',delay,'pause',pause,`suspect views ${sus} dead views ${dead} in ${secs|0} s`);
}
